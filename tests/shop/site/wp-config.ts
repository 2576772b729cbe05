import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE } from '../database/mariadb.ts';
import type { SiteFolders } from './types.ts';

export interface ConfigOptions {
	readonly url: string;
	/** MariaDB's socket, or null for SQLite. */
	readonly socket: string | null;
	/** File for PHP's errors and notices. */
	readonly debugLog: string;
	/** Whether WordPress runs due jobs by itself. The tests run them explicitly. */
	readonly cron: boolean;
}

const SALTS = [
	'AUTH_KEY',
	'SECURE_AUTH_KEY',
	'LOGGED_IN_KEY',
	'NONCE_KEY',
	'AUTH_SALT',
	'SECURE_AUTH_SALT',
	'LOGGED_IN_SALT',
	'NONCE_SALT',
] as const;

/** Writes wp-config.php of a development site. */
export async function writeConfig(
	folders: SiteFolders,
	options: ConfigOptions
): Promise< void > {
	const constants: Record< string, string | boolean > = {
		WP_HOME: options.url,
		WP_SITEURL: options.url,
		WP_ENVIRONMENT_TYPE: 'local',
		WP_DEBUG: true,
		WP_DEBUG_LOG: options.debugLog,
		// PHP's error messages appear in the console and the log.
		WP_DISABLE_FATAL_ERROR_HANDLER: true,
		WP_MEMORY_LIMIT: '512M',
		AUTOMATIC_UPDATER_DISABLED: true,
		DISALLOW_FILE_MODS: true,
		DISABLE_WP_CRON: ! options.cron,
		...databaseConstants( folders, options.socket ),
	};
	for ( const name of SALTS ) {
		// The same for each start, so that sessions stay valid. These sites are reachable from this machine only.
		constants[ name ] = createHash( 'sha256' )
			.update( name )
			.digest( 'hex' );
	}
	const lines = Object.entries( constants ).map(
		( [ name, value ] ) =>
			`defined( '${ name }' ) || define( '${ name }', ${ phpLiteral(
				value
			) } );`
	);
	const file = join( folders.docroot, 'wp-config.php' );
	// The file may be a hard link to the snapshot's file, so it is removed first.
	await rm( file, { force: true } );
	await writeFile(
		file,
		[
			'<?php',
			...lines,
			// Errors are shown in the console, but not in pages.
			"defined( 'WP_DEBUG_DISPLAY' ) || define( 'WP_DEBUG_DISPLAY', PHP_SAPI === 'cli' ? null : false );",
			"$table_prefix = 'wp_';",
			"defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );",
			"require_once ABSPATH . 'wp-settings.php';",
			'',
		].join( '\n' )
	);
}

function databaseConstants(
	folders: SiteFolders,
	socket: string | null
): Record< string, string > {
	const login = { DB_USER: 'root', DB_PASSWORD: '', DB_CHARSET: 'utf8mb4' };
	return socket === null
		? {
				...login,
				DB_NAME: DATABASE,
				DB_HOST: '',
				DB_DIR: folders.data,
				DB_FILE: 'shop.sqlite',
		  }
		: { ...login, DB_NAME: DATABASE, DB_HOST: `localhost:${ socket }` };
}

function phpLiteral( value: string | boolean ): string {
	return typeof value === 'boolean'
		? String( value )
		: `'${ value.replaceAll( '\\', '\\\\' ).replaceAll( "'", "\\'" ) }'`;
}
