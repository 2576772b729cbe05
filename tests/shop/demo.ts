import {
	DEMO_PASSWORD,
	DEMO_USER,
	startDemo,
	type DemoInfo,
} from './demo-shop.ts';
import { parseDemoOptions, HELP } from './demo-options.ts';
import { Cleanup } from './lib/children.ts';
import { logProgress, errorMessage } from './lib/progress.ts';

const cleanup = new Cleanup();

function printDemo( demo: DemoInfo, json: boolean ): void {
	if ( json ) {
		process.stdout.write( `${ JSON.stringify( demo ) }\n` );
		return;
	}
	process.stdout.write(
		[
			'',
			`An order to try:  ${ demo.order_edit_url }`,
			`Log in as:        ${ DEMO_USER } / ${ DEMO_PASSWORD }  (administrator: admin / password)`,
			`Provider:         ${
				demo.emulator_url ?? 'see MULTISAFEPAY_PAYMENT_LINKS_API_URL'
			}`,
			`WooCommerce:      ${ demo.woocommerce }`,
			'',
			'Ctrl-C stops it.',
			'',
		].join( '\n' )
	);
}

async function main(): Promise< void > {
	const options = parseDemoOptions( process.argv.slice( 2 ) );
	if ( options.help ) {
		process.stdout.write( HELP );
		return;
	}
	cleanup.onSignals( 0 );
	printDemo( await startDemo( options, cleanup ), options.json );
	// The pipes of the servers keep this process running only as long as the servers run, so the timer keeps it running
	// until a signal.
	setInterval( () => undefined, 60_000 );
}

main().catch( async ( error: unknown ) => {
	logProgress( errorMessage( error ) );
	await cleanup.run();
	process.exit( 1 );
} );
