import type { WooCommerceSource } from '../sources/woocommerce.ts';
import type { WordPressSource } from '../sources/wordpress.ts';

export type DatabaseKind = 'sqlite' | 'mariadb';

/** Where WooCommerce stores orders: in its own tables (HPOS) or as WordPress posts (legacy). */
export type OrderStorage = 'hpos' | 'legacy';

/** The parts of a site. All of them are included in the key of its snapshot. */
export interface Recipe {
	readonly wordpress: WordPressSource;
	readonly woocommerce: WooCommerceSource;
	readonly database: DatabaseKind;
	readonly storage: OrderStorage;
}

/** Folders of one built site. */
export interface SiteFolders {
	/** Parent of the other paths. */
	readonly base: string;
	/** The document root, with WordPress. */
	readonly docroot: string;
	/** Folder of the SQLite file or of MariaDB's data. */
	readonly data: string;
	/** File with facts about the seeded shop (JSON). */
	readonly facts: string;
}

export function siteFolders( base: string ): SiteFolders {
	return {
		base,
		docroot: `${ base }/wordpress`,
		data: `${ base }/data`,
		facts: `${ base }/shop.json`,
	};
}
