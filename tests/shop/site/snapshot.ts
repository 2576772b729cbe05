import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MariaDb } from '../database/mariadb.ts';
import { exists, hashOf, makeOnce } from '../lib/files.ts';
import { CACHE, ROOT } from '../lib/paths.ts';
import { dropAbandoned } from '../lib/abandoned.ts';
import { say } from '../lib/progress.ts';
import { assemble } from './assemble.ts';
import { php } from './php.ts';
import { foldersOf, type Recipe, type SiteFolders } from './types.ts';
import { writeConfig } from './wp-config.ts';

const SNAPSHOTS = join( CACHE, 'sites' );
const BUILDER = join( ROOT, 'tests/shop' );
/** Each takes up to 100 MB; a change of the builder leaves the old ones unused. */
const KEPT = 8;

/** A seeded shop without our plugin, built once for each recipe. */
export async function snapshot( recipe: Recipe ): Promise< SiteFolders > {
	const folder = join( SNAPSHOTS, await keyOf( recipe ) );
	if ( ! ( await exists( folder ) ) ) {
		await dropOld();
		const { wordpress, woocommerce, database, storage } = recipe;
		say(
			`building a shop: WordPress ${ wordpress.version }, WooCommerce ${ woocommerce.version } (${ woocommerce.kind }), ${ database }, ${ storage }`
		);
		await makeOnce( folder, ( work ) =>
			build( foldersOf( work ), recipe )
		);
	}
	await utimes( folder, new Date(), new Date() );
	return foldersOf( folder );
}

async function keyOf( recipe: Recipe ): Promise< string > {
	const { wordpress, woocommerce, database, storage } = recipe;
	const files = await hashOf( [
		join( BUILDER, 'php' ),
		join( BUILDER, 'mu-plugins' ),
		join( BUILDER, 'site' ),
		join( BUILDER, 'database' ),
		join( wordpress.dir, 'wp-includes/version.php' ),
		// The stand-in changes with the checkout; a release of WooCommerce does not.
		...( woocommerce.kind === 'stand-in' ? [ woocommerce.dir ] : [] ),
	] );
	const name = [ woocommerce.version, woocommerce.kind, database, storage ];
	return createHash( 'sha256' )
		.update( [ ...name, files ].join( ' ' ) )
		.digest( 'hex' )
		.slice( 0, 16 );
}

async function build( folders: SiteFolders, recipe: Recipe ): Promise< void > {
	await assemble( folders, recipe );
	if ( recipe.database === 'mariadb' ) {
		await MariaDb.prepare( folders.data );
		const server = await MariaDb.start( folders.data );
		try {
			await fill( folders, recipe, server.socket );
		} finally {
			await server.stop();
		}
	} else {
		await fill( folders, recipe, null );
	}
}

async function fill(
	folders: SiteFolders,
	recipe: Recipe,
	socket: string | null
): Promise< void > {
	await writeConfig( folders, {
		url: 'http://127.0.0.1',
		socket,
		debugLog: `${ folders.base }/debug.log`,
		cron: false,
	} );
	say( 'installing WordPress' );
	await php( 'install.php', folders.docroot );
	say( 'activating WooCommerce' );
	await php( 'activate.php', folders.docroot, [
		'woocommerce/woocommerce.php',
	] );
	await php( 'configure.php', folders.docroot, [ recipe.storage ] );
	say( 'seeding taxes, products and orders' );
	await writeFile( folders.facts, await php( 'seed.php', folders.docroot ) );
}

/** Keeps those that were used last. */
async function dropOld(): Promise< void > {
	await mkdir( SNAPSHOTS, { recursive: true } );
	await dropAbandoned( SNAPSHOTS, /\.(\d+)\.tmp$/ );
	const names = await readdir( SNAPSHOTS );
	const used = await Promise.all(
		names
			.filter( ( name ) => ! name.endsWith( '.tmp' ) )
			.map( async ( name ) => {
				const folder = join( SNAPSHOTS, name );
				return { folder, at: ( await stat( folder ) ).mtimeMs };
			} )
	);
	used.sort( ( a, b ) => b.at - a.at );
	for ( const { folder } of used.slice( KEPT - 1 ) ) {
		await rm( folder, { recursive: true, force: true } );
	}
}
