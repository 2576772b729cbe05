import { env } from '../lib/env.ts';
import { run, which } from '../lib/exec.ts';
import { install } from './apt.ts';

/** PHP extension => ending of its Debian package. */
const EXTENSIONS = {
	curl: 'curl',
	dom: 'xml',
	gd: 'gd',
	intl: 'intl',
	mbstring: 'mbstring',
	mysqli: 'mysql',
	pdo_sqlite: 'sqlite3',
	zip: 'zip',
} as const;

type Extension = keyof typeof EXTENSIONS;

/**
 * Sees to it that PHP is there with these extensions.
 *
 * @param wanted Extensions.
 */
export async function needPhp( wanted: readonly Extension[] ): Promise< void > {
	if ( ( await which( 'php' ) ) === null ) {
		await install( [ 'php-cli' ], 'PHP runs the shop' );
	}
	const loaded = ( await run( 'php', [ '-m' ] ) ).split( /\r?\n/ );
	const missing = wanted.filter( ( name ) => ! loaded.includes( name ) );
	if ( missing.length > 0 ) {
		const version = await run( 'php', [
			'-r',
			'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;',
		] );
		await install(
			[
				...new Set(
					missing.map(
						( name ) => `php${ version }-${ EXTENSIONS[ name ] }`
					)
				),
			],
			'PHP extensions for the shop'
		);
	}
}

/** What the embedded shop needs of PHP. */
export function needShopPhp(): Promise< void > {
	return needPhp( [ 'curl', 'dom', 'mbstring', 'pdo_sqlite' ] );
}

/** A private database server and PHP that can talk to it. */
export async function needMariaDb(): Promise< void > {
	await needPhp( [ 'curl', 'dom', 'mbstring', 'mysqli' ] );
	if (
		( await which( 'mariadbd' ) ) === null ||
		( await which( 'mariadb-install-db' ) ) === null
	) {
		await install(
			[ 'mariadb-server-core' ],
			'the integration tests run on MariaDB'
		);
	}
	if ( ( await which( 'mariadb' ) ) === null ) {
		await install(
			[ 'mariadb-client-core' ],
			'the integration tests run on MariaDB'
		);
	}
}

/** Path of a Chromium for the browser tests. */
export async function needChromium(): Promise< string > {
	const given = env( 'CHROMIUM_PATH' );
	if ( given ) {
		return given;
	}
	const found =
		( await which( 'chromium' ) ) ??
		( await which( 'chromium-browser' ) ) ??
		( await which( 'google-chrome' ) );
	if ( found !== null ) {
		return found;
	}
	await install( [ 'chromium' ], 'the browser tests need Chromium' );
	return '/usr/bin/chromium';
}
