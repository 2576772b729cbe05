import { expect, test } from '../fixtures/index.ts';
import type { Fault } from '../fixtures/emulator.ts';

const NOT_CREATED = /did not answer\. No new link was made\. Try again/;
const NOT_CONFIRMED =
	/did not confirm .*being cancelled .*you will get one working link/;

/** Failures of MultiSafepay and the expected message. */
const FAILURES: readonly {
	readonly name: string;
	readonly faults: readonly Fault[];
	readonly message: RegExp;
}[] = [
	{
		name: 'responds with status 503 and HTML',
		faults: [ { fault: 'status_503_html', times: 2 } ],
		message: NOT_CREATED,
	},
	{
		name: 'responds with status 200 and HTML',
		faults: [ { fault: 'html_200', times: 2 } ],
		message: NOT_CREATED,
	},
	{
		name: 'resets the connection',
		faults: [ { fault: 'reset_before', times: 2 } ],
		message: NOT_CREATED,
	},
	{
		name: 'creates the order and resets the connection, twice',
		faults: [ { fault: 'reset_after', times: 2 } ],
		message: NOT_CREATED,
	},
	{
		name: 'creates the order, resets the connection and stops responding',
		faults: [
			{ fault: 'reset_after' },
			{ fault: 'status_503_html', method: 'PATCH', path: '/orders/*' },
		],
		message: NOT_CONFIRMED,
	},
];

for ( const { name, faults, message } of FAILURES ) {
	test( `when MultiSafepay ${ name }, the form keeps the input and a retry creates one link`, async ( {
		emulator,
		panel,
		openedForm: form,
	} ) => {
		for ( const fault of faults ) {
			await emulator.fault( fault );
		}
		await form.enterAmount( '40' );
		await form.field( 'description' ).fill( 'Half of it' );
		await form.submit.click();

		await expect( panel.notice( 'error' ) ).toContainText( message );
		await expect( panel.notice( 'error' ) ).toBeInViewport();
		await expect( form.field( 'amount' ) ).toHaveValue( '40' );
		await expect( form.field( 'description' ) ).toHaveValue( 'Half of it' );
		await expect( form.submit ).toHaveText( 'Generate link' );

		await form.submit.click();
		await expect( panel.created ).toContainText( '€40.00 is ready' );
		expect( await emulator.payable() ).toMatchObject( [
			{ amount: 4000, currency: 'EUR' },
		] );
		const [ providerOrder ] = await emulator.payable();
		await expect( panel.created ).toContainText(
			providerOrder?.order_id ?? ''
		);
	} );
}

test(
	'a lost response is retried automatically, and the row of the failed attempt shows the reason',
	{ tag: '@storage' },
	async ( { page, emulator, order, panel, openedForm: form } ) => {
		await emulator.fault( { fault: 'reset_after' } );
		await form.submit.click();

		await expect( panel.created ).toContainText( `PL-${ order }-2` );
		expect( await emulator.payable() ).toMatchObject( [
			{ order_id: `PL-${ order }-2` },
		] );
		await page.reload();
		await expect( panel.row( `PL-${ order }-1` ) ).toContainText(
			'Failed'
		);
		await expect( panel.row( `PL-${ order }-1` ) ).toContainText(
			'nobody can pay it'
		);
		await expect( panel.row( `PL-${ order }-2` ) ).toContainText(
			'Active'
		);
	}
);

test(
	'the button is busy during a slow request, and a double click creates one link',
	{ tag: '@storage' },
	async ( { emulator, panel, openedForm: form } ) => {
		await emulator.fault( { fault: 'slow', delay_ms: 3000 } );
		await form.submit.dblclick();

		await expect( form.submit ).toHaveText( 'Generating…' );
		await expect( form.submit ).toHaveAttribute( 'aria-disabled', 'true' );
		await expect( form.submit ).toHaveClass( /is-busy/ );
		await expect( panel.copyCreated ).toBeFocused();
		await expect( panel.rows ).toHaveCount( 1 );
		expect( await emulator.createCalls() ).toBe( 1 );
		expect( await emulator.payable() ).toHaveLength( 1 );
	}
);

test( 'when the shop cannot be reached, a retry creates one link', async ( {
	page,
	emulator,
	order,
	panel,
	openedForm: form,
} ) => {
	// The request succeeds, but its response is lost.
	await page.route(
		/payment-links(%2F|\/)v1/,
		async ( route ) => {
			await route.fetch();
			await route.abort( 'connectionreset' );
		},
		{ times: 1 }
	);
	await form.submit.click();
	await expect( panel.notice( 'error' ) ).toContainText(
		'you will get one link, not two'
	);

	await form.submit.click();
	await expect( panel.created ).toContainText( `PL-${ order }-1` );
	expect( await emulator.createCalls() ).toBe( 1 );
	await expect( panel.rows ).toHaveCount( 1 );
} );

test( 'a failed refresh shows an error at the link and changes nothing', async ( {
	emulator,
	openedLink: link,
	panel,
} ) => {
	await emulator.failRefreshes( 1 );
	await panel.action( link.order_id, /^Refresh/ ).click();

	const row = panel.row( link.order_id );
	await expect( row ).toContainText( 'MultiSafepay did not answer' );
	await expect( row ).toContainText( 'Active' );
} );
