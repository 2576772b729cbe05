import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MariaDb } from '../database/mariadb.ts';
import { exists, hashFiles, createOnce } from '../lib/files.ts';
import { CACHE, ROOT } from '../lib/paths.ts';
import { removeAbandoned } from '../lib/abandoned.ts';
import { logProgress } from '../lib/progress.ts';
import { assemble } from './assemble.ts';
import { runScript } from './php.ts';
import { siteFolders, type Recipe, type SiteFolders } from './types.ts';
import { writeConfig } from './wp-config.ts';

const SNAPSHOTS = join( CACHE, 'sites' );
const BUILDER = join( ROOT, 'tests/shop' );
/** Each snapshot takes up to 100 MB. Snapshots of older builder versions are not used any more. */
const MAX_SNAPSHOTS = 8;

/** Returns a seeded shop without our plugin. It is built once for each recipe. */
export async function ensureSnapshot( recipe: Recipe ): Promise< SiteFolders > {
	const folder = join( SNAPSHOTS, await snapshotKey( recipe ) );
	if ( ! ( await exists( folder ) ) ) {
		await removeOld();
		const { wordpress, woocommerce, database, storage } = recipe;
		logProgress(
			`building a shop: WordPress ${ wordpress.version }, WooCommerce ${ woocommerce.version } (${ woocommerce.kind }), ${ database }, ${ storage }`
		);
		await createOnce( folder, ( work ) =>
			build( siteFolders( work ), recipe )
		);
	}
	await utimes( folder, new Date(), new Date() );
	return siteFolders( folder );
}

async function snapshotKey( recipe: Recipe ): Promise< string > {
	const { wordpress, woocommerce, database, storage } = recipe;
	const files = await hashFiles( [
		join( BUILDER, 'php' ),
		join( BUILDER, 'mu-plugins' ),
		join( BUILDER, 'site' ),
		join( BUILDER, 'database' ),
		join( wordpress.dir, 'wp-includes/version.php' ),
		// The stand-in changes with the repository; a release of WooCommerce does not.
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
			await installAndSeed( folders, recipe, server.socket );
		} finally {
			await server.stop();
		}
	} else {
		await installAndSeed( folders, recipe, null );
	}
}

async function installAndSeed(
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
	logProgress( 'installing WordPress' );
	await runScript( 'install.php', folders.docroot );
	logProgress( 'activating WooCommerce' );
	await runScript( 'activate.php', folders.docroot, [
		'woocommerce/woocommerce.php',
	] );
	await runScript( 'configure.php', folders.docroot, [ recipe.storage ] );
	logProgress( 'seeding taxes, products and orders' );
	await writeFile(
		folders.facts,
		await runScript( 'seed.php', folders.docroot )
	);
}

/** Removes all but the most recently used snapshots. */
async function removeOld(): Promise< void > {
	await mkdir( SNAPSHOTS, { recursive: true } );
	await removeAbandoned( SNAPSHOTS, /\.(\d+)\.tmp$/ );
	const names = await readdir( SNAPSHOTS );
	const snapshots = await Promise.all(
		names
			.filter( ( name ) => ! name.endsWith( '.tmp' ) )
			.map( async ( name ) => {
				const folder = join( SNAPSHOTS, name );
				return { folder, usedAt: ( await stat( folder ) ).mtimeMs };
			} )
	);
	snapshots.sort( ( a, b ) => b.usedAt - a.usedAt );
	for ( const { folder } of snapshots.slice( MAX_SNAPSHOTS - 1 ) ) {
		await rm( folder, { recursive: true, force: true } );
	}
}
