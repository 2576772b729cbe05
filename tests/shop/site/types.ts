import type { WooCommerceSource } from '../sources/woocommerce.ts';
import type { WordPressSource } from '../sources/wordpress.ts';

export type DatabaseKind = 'sqlite' | 'mariadb';

/** Where WooCommerce keeps its orders: its own tables, or WordPress posts. */
export type OrderStorage = 'hpos' | 'legacy';

/** What a site is made of; everything here is part of the snapshot's key. */
export interface Recipe {
	readonly wordpress: WordPressSource;
	readonly woocommerce: WooCommerceSource;
	readonly database: DatabaseKind;
	readonly storage: OrderStorage;
}

/** Folders of one built site. */
export interface SiteFolders {
	/** Everything below is in here. */
	readonly base: string;
	/** WordPress: the document root. */
	readonly docroot: string;
	/** The SQLite file or MariaDB's data. */
	readonly data: string;
	/** Facts of the seeded shop (JSON). */
	readonly facts: string;
}

export function foldersOf( base: string ): SiteFolders {
	return {
		base,
		docroot: `${ base }/wordpress`,
		data: `${ base }/data`,
		facts: `${ base }/shop.json`,
	};
}
