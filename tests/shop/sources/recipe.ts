import type { DatabaseKind, OrderStorage, Recipe } from '../site/types.ts';
import { findWooCommerce, standIn } from './woocommerce.ts';
import { findWordPress } from './wordpress.ts';

/**
 * What a shop is made of on this machine.
 *
 * @param database    Its database.
 * @param storage     Where its orders live.
 * @param woocommerce The best that can be had, or the stand-in in any case.
 */
export async function recipe(
	database: DatabaseKind,
	storage: OrderStorage,
	woocommerce: 'best' | 'stand-in' = 'best'
): Promise< Recipe > {
	return {
		wordpress: await findWordPress(),
		woocommerce:
			woocommerce === 'best' ? await findWooCommerce() : await standIn(),
		database,
		storage,
	};
}
