import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unzip, unzipFile } from '../lib/archive.ts';
import { download } from '../lib/download.ts';
import { env } from '../lib/env.ts';
import { copyTree, exists, createOnce } from '../lib/files.ts';
import { CACHE } from '../lib/paths.ts';
import { logProgress, errorMessage } from '../lib/progress.ts';
import { WORDPRESS_VERSION, readWordPressVersion } from './versions.ts';
import { studioFiles } from './wp-studio.ts';

export interface WordPressSource {
	readonly version: string;
	readonly dir: string;
}

const CACHED = join( CACHE, 'wordpress' );

/** Returns WordPress from WP_DIR, WP_ZIP, the cache, the public download or the npm package. */
export async function findWordPress(): Promise< WordPressSource > {
	const configured = await configuredWordPress();
	if ( configured !== null ) {
		return toSource( configured );
	}
	const cached = join( CACHED, WORDPRESS_VERSION );
	if ( await exists( join( cached, 'wp-load.php' ) ) ) {
		return toSource( cached );
	}
	try {
		await createOnce( cached, downloadPublic );
	} catch ( error ) {
		logProgress(
			`no public download of WordPress: ${ errorMessage( error ) }`
		);
		const { wordpress } = await studioFiles();
		await createOnce( cached, ( work ) => copyTree( wordpress, work ) );
	}
	return toSource( cached );
}

async function toSource( dir: string ): Promise< WordPressSource > {
	return { dir, version: await readWordPressVersion( dir ) };
}

async function configuredWordPress(): Promise< string | null > {
	const dir = env( 'WP_DIR' );
	if ( dir ) {
		return resolve( dir );
	}
	const zip = env( 'WP_ZIP' );
	if ( ! zip ) {
		return null;
	}
	const digest = createHash( 'sha256' )
		.update( resolve( zip ) )
		.digest( 'hex' );
	const folder = join( CACHED, `zip-${ digest.slice( 0, 12 ) }` );
	await createOnce( folder, ( work ) => unzipFile( zip, work ) );
	return onlyFolderIn( folder );
}

async function downloadPublic( work: string ): Promise< void > {
	const name = `wordpress-${ WORDPRESS_VERSION }.zip`;
	const [ sum, data ] = [
		await download( `https://wordpress.org/${ name }.sha1` ),
		await download( `https://wordpress.org/${ name }` ),
	];
	const expected = Buffer.from( sum )
		.toString( 'utf8' )
		.trim()
		.slice( 0, 40 );
	if ( createHash( 'sha1' ).update( data ).digest( 'hex' ) !== expected ) {
		throw new Error( `${ name } does not match its published checksum` );
	}
	await unzip( data, join( work, 'zip' ) );
	await copyTree( await onlyFolderIn( join( work, 'zip' ) ), work );
	await rm( join( work, 'zip' ), { recursive: true } );
}

async function onlyFolderIn( folder: string ): Promise< string > {
	const [ name ] = await readdir( folder );
	if ( name === undefined ) {
		throw new Error( `${ folder } is empty` );
	}
	return join( folder, name );
}
