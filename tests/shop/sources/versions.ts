import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Versions that are downloaded when the environment does not name others. */
export const WORDPRESS_VERSION = '7.1.1';
export const WOOCOMMERCE_VERSION = '10.5.0';
export const SQLITE_INTEGRATION_VERSION = '3.0.2';
export const WP_STUDIO_VERSION = '1.22.0';

async function readVersion( file: string, pattern: RegExp ): Promise< string > {
	const version = pattern.exec( await readFile( file, 'utf8' ) )?.[ 1 ];
	if ( version === undefined ) {
		throw new Error( `${ file } contains no version` );
	}
	return version;
}

export function readWordPressVersion( dir: string ): Promise< string > {
	return readVersion(
		join( dir, 'wp-includes/version.php' ),
		/\$wp_version\s*=\s*'([^']+)'/
	);
}

export function readPluginVersion( file: string ): Promise< string > {
	return readVersion( file, /^[ \t*]*Version:\s*(\S+)/m );
}
