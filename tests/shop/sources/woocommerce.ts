import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unzipFile } from '../lib/archive.ts';
import { env } from '../lib/env.ts';
import { copyTree, exists, createOnce } from '../lib/files.ts';
import { CACHE, ROOT } from '../lib/paths.ts';
import { logProgress, logWarning, errorMessage } from '../lib/progress.ts';
import { WOOCOMMERCE_VERSION, readPluginVersion } from './versions.ts';
import { downloadWooCommerce } from './woocommerce-download.ts';

export interface WooCommerceSource {
	readonly kind: 'real' | 'stand-in';
	readonly version: string;
	readonly dir: string;
}

const CACHED = join( CACHE, 'woocommerce' );
const STAND_IN = join( ROOT, 'tests/woocommerce-stand-in/woocommerce' );

/**
 * Returns WooCommerce from WOOCOMMERCE_DIR, WOOCOMMERCE_ZIP, the cache or the public download. Otherwise returns the
 * stand-in.
 */
export async function findWooCommerce(): Promise< WooCommerceSource > {
	const real =
		( await fromFolder() ) ??
		( await fromZip() ) ??
		( await fromCache() ) ??
		( await fromDownload() );
	if ( real !== null ) {
		return { kind: 'real', dir: real, version: await readVersion( real ) };
	}
	logWarning(
		'WooCommerce is not available: using the stand-in. Set WOOCOMMERCE_DIR or WOOCOMMERCE_ZIP for the real one.'
	);
	return standInSource();
}

export async function standInSource(): Promise< WooCommerceSource > {
	return {
		kind: 'stand-in',
		dir: STAND_IN,
		version: await readVersion( STAND_IN ),
	};
}

function readVersion( dir: string ): Promise< string > {
	return readPluginVersion( join( dir, 'woocommerce.php' ) );
}

async function fromFolder(): Promise< string | null > {
	const configured = env( 'WOOCOMMERCE_DIR' );
	if ( ! configured ) {
		return null;
	}
	await addToCache( resolve( configured ) );
	// Not the cached copy: the files of this folder may have been changed.
	return resolve( configured );
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
		return await addToCache( join( work, 'woocommerce' ) );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
}

async function addToCache( dir: string ): Promise< string > {
	const version = await readVersion( dir );
	const cached = join( CACHED, version );
	if ( ! ( await exists( cached ) ) ) {
		logProgress( `copying WooCommerce ${ version } into the cache` );
		await createOnce( cached, ( work ) => copyTree( dir, work ) );
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
		logProgress( `fetching WooCommerce ${ WOOCOMMERCE_VERSION }` );
		await createOnce( cached, downloadWooCommerce );
		return cached;
	} catch ( error ) {
		logProgress(
			`no public download of WooCommerce: ${ errorMessage( error ) }`
		);
		return null;
	}
}
