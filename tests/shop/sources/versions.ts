import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is fetched when nobody hands us another one. */
export const WORDPRESS_VERSION = '7.1.1';
export const WOOCOMMERCE_VERSION = '10.5.0';
export const SQLITE_INTEGRATION_VERSION = '3.0.2';
export const WP_STUDIO_VERSION = '1.22.0';

async function versionIn( file: string, pattern: RegExp ): Promise< string > {
	const version = pattern.exec( await readFile( file, 'utf8' ) )?.[ 1 ];
	if ( version === undefined ) {
		throw new Error( `${ file } does not say its version` );
	}
	return version;
}

export function wordpressVersion( dir: string ): Promise< string > {
	return versionIn(
		join( dir, 'wp-includes/version.php' ),
		/\$wp_version\s*=\s*'([^']+)'/
	);
}

export function pluginVersion( file: string ): Promise< string > {
	return versionIn( file, /^[ \t*]*Version:\s*(\S+)/m );
}
