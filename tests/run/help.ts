import { GROUPS, SUITES } from './registry.ts';

/** What `bin/test --help` prints. */
export function helpText(): string {
	const list = (
		entries: ReadonlyArray< { name: string; description: string } >
	): string[] =>
		entries.map(
			( { name, description } ) =>
				`  ${ name.padEnd( 20 ) }${ description }`
		);
	return [
		'Usage: bin/test [option …] [suite or group …] [-- argument …]',
		'',
		'Runs test suites in parallel lanes and prints the totals and the failed tests at the end.',
		'Installs what is missing. Exits with 1 if a test failed, was skipped, or could not run.',
		'Arguments after -- are passed to the tool of each suite: bin/test e2e:hpos -- payment.spec.ts',
		'',
		'Options:',
		...list( [
			{
				name: '--stand-in',
				description:
					'use the stand-in, also if the real WooCommerce is available',
			},
			{
				name: '--lanes=N',
				description:
					'number of suites that run at the same time; by default 2, or 1 on a single core',
			},
			{
				name: '--orders=N',
				description: 'number of histories of the suite simulation',
			},
			{
				name: '--seed=N',
				description:
					'seed of the first history of the suite simulation',
			},
			{ name: '--help, -h', description: 'print this text' },
		] ),
		'',
		'Groups:',
		...list( GROUPS ),
		'',
		'Suites:',
		...list( SUITES ),
		'',
		'Environment:',
		...list( [
			{
				name: 'WOOCOMMERCE_DIR',
				description: 'folder of WooCommerce; or WOOCOMMERCE_ZIP',
			},
			{
				name: 'WP_DIR',
				description: 'folder of WordPress; or WP_ZIP',
			},
			{
				name: 'CHROMIUM_PATH',
				description: 'browser of the e2e suites',
			},
			{
				name: 'OFFICIAL_PLUGIN_DIR',
				description:
					'folder of the official plugin, with its vendor folder',
			},
			{
				name: 'MSPL_SEED',
				description: 'seed of the tests with random input',
			},
		] ),
		'',
		'Logs and reports are in artifacts/test/.',
	].join( '\n' );
}
