import type { DatabaseKind, OrderStorage, Recipe } from '../site/types.ts';
import {
	findWooCommerce,
	standInSource,
	type WooCommerceSource,
} from './woocommerce.ts';
import { findWordPress, type WordPressSource } from './wordpress.ts';

/** `best` is the real WooCommerce, or the stand-in if the real one is not available. */
export type WooCommerceChoice = 'best' | 'stand-in';

let wordPress: Promise< WordPressSource > | null = null;
let bestWooCommerce: Promise< WooCommerceSource > | null = null;

/** The search takes place once per process. */
function chooseWooCommerce(
	choice: WooCommerceChoice
): Promise< WooCommerceSource > {
	if ( choice === 'stand-in' ) {
		return standInSource();
	}
	bestWooCommerce ??= findWooCommerce();
	return bestWooCommerce;
}

/** Returns the parts of a shop that are available on this machine. */
export async function createRecipe(
	database: DatabaseKind,
	storage: OrderStorage,
	choice: WooCommerceChoice = 'best'
): Promise< Recipe > {
	wordPress ??= findWordPress();
	return {
		wordpress: await wordPress,
		woocommerce: await chooseWooCommerce( choice ),
		database,
		storage,
	};
}
