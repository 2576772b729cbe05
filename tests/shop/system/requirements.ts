import { env } from '../lib/env.ts';
import { run, which } from '../lib/exec.ts';
import { installPackages } from './apt.ts';

/** PHP extension => suffix of its Debian package. */
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

/** Installs PHP and these extensions when they are missing. */
export async function ensurePhp(
	extensions: readonly Extension[]
): Promise< void > {
	if ( ( await which( 'php' ) ) === null ) {
		await installPackages( [ 'php-cli' ], 'PHP runs the shop' );
	}
	const loaded = ( await run( 'php', [ '-m' ] ) ).split( /\r?\n/ );
	const missing = extensions.filter( ( name ) => ! loaded.includes( name ) );
	if ( missing.length > 0 ) {
		const version = await run( 'php', [
			'-r',
			'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;',
		] );
		await installPackages(
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

/** Installs PHP with the extensions that the demo shop needs. */
export function ensureShopPhp(): Promise< void > {
	return ensurePhp( [ 'curl', 'dom', 'mbstring', 'pdo_sqlite' ] );
}

/** Installs MariaDB and PHP with its driver. */
export async function ensureMariaDb(): Promise< void > {
	await ensurePhp( [ 'curl', 'dom', 'mbstring', 'mysqli' ] );
	if (
		( await which( 'mariadbd' ) ) === null ||
		( await which( 'mariadb-install-db' ) ) === null
	) {
		await installPackages(
			[ 'mariadb-server-core' ],
			'the integration tests run on MariaDB'
		);
	}
	if ( ( await which( 'mariadb' ) ) === null ) {
		await installPackages(
			[ 'mariadb-client-core' ],
			'the integration tests run on MariaDB'
		);
	}
}

/** Returns the path of Chromium for the browser tests, and installs it when it is missing. */
export async function ensureChromium(): Promise< string > {
	const configured = env( 'CHROMIUM_PATH' );
	if ( configured ) {
		return configured;
	}
	const installed =
		( await which( 'chromium' ) ) ??
		( await which( 'chromium-browser' ) ) ??
		( await which( 'google-chrome' ) );
	if ( installed !== null ) {
		return installed;
	}
	await installPackages( [ 'chromium' ], 'the browser tests need Chromium' );
	return '/usr/bin/chromium';
}
