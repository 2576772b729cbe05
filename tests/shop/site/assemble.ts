import {
	mkdir,
	readFile,
	readdir,
	rm,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { linkTree } from '../lib/files.ts';
import { PLUGIN_SLUG, ROOT } from '../lib/paths.ts';
import { findSqliteIntegration } from '../sources/sqlite.ts';
import type { Recipe, SiteFolders } from './types.ts';

const THEME = 'twentytwentyfive';

/** Creates the files of a site, without a database and configuration. */
export async function assemble(
	folders: SiteFolders,
	recipe: Recipe
): Promise< void > {
	await linkTree( recipe.wordpress.dir, folders.docroot );
	const content = join( folders.docroot, 'wp-content' );
	await removeUnused( content );
	await mkdir( join( content, 'uploads' ), { recursive: true } );
	if ( recipe.database === 'sqlite' ) {
		await mkdir( folders.data, { recursive: true } );
		await addSqlite( content );
	}
	await linkWooCommerce( folders, recipe );
	await link(
		join( ROOT, 'tests/shop/mu-plugins' ),
		join( content, 'mu-plugins' )
	);
}

/** Links the recipe's WooCommerce. Its folder may differ from the one at the time when the site was built. */
export function linkWooCommerce(
	folders: SiteFolders,
	recipe: Recipe
): Promise< void > {
	return link(
		recipe.woocommerce.dir,
		join( folders.docroot, 'wp-content/plugins/woocommerce' )
	);
}

/** Links the repository as a plugin of the site. */
export function linkPlugin( folders: SiteFolders ): Promise< void > {
	return link(
		ROOT,
		join( folders.docroot, 'wp-content/plugins', PLUGIN_SLUG )
	);
}

async function removeUnused( content: string ): Promise< void > {
	const unused = [
		'plugins/akismet',
		'plugins/hello.php',
		'db.php',
		'mu-plugins',
	];
	for ( const theme of await readdir( join( content, 'themes' ) ) ) {
		if ( theme !== THEME && theme !== 'index.php' ) {
			unused.push( `themes/${ theme }` );
		}
	}
	for ( const path of unused ) {
		await rm( join( content, path ), { recursive: true, force: true } );
	}
}

async function addSqlite( content: string ): Promise< void > {
	const integration = await findSqliteIntegration();
	const dropIn = await readFile( join( integration, 'db.copy' ), 'utf8' );
	await writeFile(
		join( content, 'db.php' ),
		dropIn
			.replaceAll( '{SQLITE_IMPLEMENTATION_FOLDER_PATH}', integration )
			.replaceAll(
				'{SQLITE_PLUGIN}',
				'sqlite-database-integration/load.php'
			)
	);
}

async function link( target: string, path: string ): Promise< void > {
	await rm( path, { recursive: true, force: true } );
	await symlink( target, path );
}
