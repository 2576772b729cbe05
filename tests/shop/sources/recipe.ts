import type { DatabaseKind, OrderStorage, Recipe } from '../site/types.ts';
import { findWooCommerce, standInSource } from './woocommerce.ts';
import { findWordPress } from './wordpress.ts';

/**
 * Returns the parts of a shop that are available on this machine. `best` uses the stand-in only when the real
 * WooCommerce is not available.
 */
export async function createRecipe(
	database: DatabaseKind,
	storage: OrderStorage,
	woocommerce: 'best' | 'stand-in' = 'best'
): Promise< Recipe > {
	return {
		wordpress: await findWordPress(),
		woocommerce:
			woocommerce === 'best'
				? await findWooCommerce()
				: await standInSource(),
		database,
		storage,
	};
}
