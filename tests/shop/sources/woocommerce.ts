import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unzipFile } from '../lib/archive.ts';
import { env } from '../lib/env.ts';
import { copyTree, exists, makeOnce } from '../lib/files.ts';
import { CACHE, ROOT } from '../lib/paths.ts';
import { say, shout, words } from '../lib/progress.ts';
import { WOOCOMMERCE_VERSION, pluginVersion } from './versions.ts';
import { fetchWooCommerce } from './woocommerce-download.ts';

export interface WooCommerceSource {
	readonly kind: 'real' | 'stand-in';
	readonly version: string;
	readonly dir: string;
}

const CACHED = join( CACHE, 'woocommerce' );
const STAND_IN = join( ROOT, 'tests/woocommerce-stand-in/woocommerce' );

/** WooCommerce: WOOCOMMERCE_DIR or WOOCOMMERCE_ZIP, the cache, the public download, and last our stand-in. */
export async function findWooCommerce(): Promise< WooCommerceSource > {
	const real =
		( await fromFolder() ) ??
		( await fromZip() ) ??
		( await fromCache() ) ??
		( await fromDownload() );
	if ( real !== null ) {
		return { kind: 'real', dir: real, version: await versionOf( real ) };
	}
	shout(
		'no WooCommerce can be had: using the stand-in. Set WOOCOMMERCE_DIR or WOOCOMMERCE_ZIP for the real one.'
	);
	return standIn();
}

/** Our own small replacement, whatever else there is. */
export async function standIn(): Promise< WooCommerceSource > {
	return {
		kind: 'stand-in',
		dir: STAND_IN,
		version: await versionOf( STAND_IN ),
	};
}

function versionOf( dir: string ): Promise< string > {
	return pluginVersion( join( dir, 'woocommerce.php' ) );
}

async function fromFolder(): Promise< string | null > {
	const given = env( 'WOOCOMMERCE_DIR' );
	if ( ! given ) {
		return null;
	}
	await putIntoCache( resolve( given ) );
	// Not the copy: who hands us a folder may have changed something in it.
	return resolve( given );
}

async function fromZip(): Promise< string | null > {
	const zip = env( 'WOOCOMMERCE_ZIP' );
	if ( ! zip ) {
		return null;
	}
	const work = join( CACHED, `zip-${ process.pid }` );
	await mkdir( work, { recursive: true } );
	try {
		await unzipFile( zip, work );
		return await putIntoCache( join( work, 'woocommerce' ) );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
}

async function putIntoCache( dir: string ): Promise< string > {
	const version = await versionOf( dir );
	const cached = join( CACHED, version );
	if ( ! ( await exists( cached ) ) ) {
		say( `copying WooCommerce ${ version } into the cache` );
		await makeOnce( cached, ( work ) => copyTree( dir, work ) );
	}
	return cached;
}

async function fromCache(): Promise< string | null > {
	const names = ( await exists( CACHED ) ) ? await readdir( CACHED ) : [];
	const versions = names
		.filter( ( name ) => /^\d+(\.\d+)+$/.test( name ) )
		.sort( ( a, b ) => a.localeCompare( b, 'en', { numeric: true } ) );
	const chosen = versions.includes( WOOCOMMERCE_VERSION )
		? WOOCOMMERCE_VERSION
		: versions.at( -1 );
	return chosen === undefined ? null : join( CACHED, chosen );
}

async function fromDownload(): Promise< string | null > {
	const cached = join( CACHED, WOOCOMMERCE_VERSION );
	try {
		say( `fetching WooCommerce ${ WOOCOMMERCE_VERSION }` );
		await makeOnce( cached, fetchWooCommerce );
		return cached;
	} catch ( error ) {
		say( `no public download of WooCommerce: ${ words( error ) }` );
		return null;
	}
}
