import { DEMO_PASSWORD, DEMO_USER, startDemo, type Demo } from './demo-shop.ts';
import { demoOptions, HELP } from './demo-options.ts';
import { Cleanup } from './lib/children.ts';
import { say, words } from './lib/progress.ts';

const cleanup = new Cleanup();

function announce( demo: Demo, json: boolean ): void {
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
				demo.emulator_url ??
				'as MULTISAFEPAY_PAYMENT_LINKS_API_URL says'
			}`,
			`WooCommerce:      ${ demo.woocommerce }`,
			'',
			'Ctrl-C stops it.',
			'',
		].join( '\n' )
	);
}

async function main(): Promise< void > {
	const options = demoOptions( process.argv.slice( 2 ) );
	if ( options.help ) {
		process.stdout.write( HELP );
		return;
	}
	cleanup.onSignals( 0 );
	announce( await startDemo( options, cleanup ), options.json );
	// The servers' pipes would keep us alive, but only while they live: wait for a signal.
	setInterval( () => undefined, 60_000 );
}

main().catch( async ( error: unknown ) => {
	say( words( error ) );
	await cleanup.run();
	process.exit( 1 );
} );
