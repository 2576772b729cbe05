import { expect, test } from '../fixtures/index.ts';
import type { Fault } from '../fixtures/emulator.ts';

const NO_ANSWER = /did not answer\. No new link was made\. Try again/;
const NOT_CONFIRMED =
	/did not confirm .*being cancelled .*you will get one working link/;

/** What the provider does, which lasts until staff have read the words, and the words. */
const TROUBLES: readonly {
	readonly name: string;
	readonly faults: readonly Fault[];
	readonly words: RegExp;
}[] = [
	{
		name: 'answers 503 with a page',
		faults: [ { fault: 'status_503_html', times: 2 } ],
		words: NO_ANSWER,
	},
	{
		name: 'answers 200 with a page of somebody else',
		faults: [ { fault: 'html_200', times: 2 } ],
		words: NO_ANSWER,
	},
	{
		name: 'resets the connection',
		faults: [ { fault: 'reset_before', times: 2 } ],
		words: NO_ANSWER,
	},
	{
		name: 'takes the order and then resets the connection, twice',
		faults: [ { fault: 'reset_after', times: 2 } ],
		words: NO_ANSWER,
	},
	{
		name: 'takes the order, resets the connection and is gone',
		faults: [
			{ fault: 'reset_after' },
			{ fault: 'status_503_html', method: 'PATCH', path: '/orders/*' },
		],
		words: NOT_CONFIRMED,
	},
];

for ( const { name, faults, words } of TROUBLES ) {
	test( `when MultiSafepay ${ name }, the form keeps what was typed and pressing again gives one link`, async ( {
		order,
		orderScreen,
		emulator,
	} ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		for ( const fault of faults ) {
			await emulator.fault( fault );
		}
		await orderScreen.openForm( order );
		await form.field( 'amount' ).fill( '40' );
		await form.field( 'description' ).fill( 'Half of it' );
		await form.submit.click();

		await expect( panel.notice( 'error' ) ).toContainText( words );
		await expect( panel.notice( 'error' ) ).toBeInViewport();
		await expect( form.field( 'amount' ) ).toHaveValue( '40' );
		await expect( form.field( 'description' ) ).toHaveValue( 'Half of it' );
		await expect( form.submit ).toHaveText( 'Generate link' );

		await form.submit.click();
		await expect( panel.created ).toContainText( '€40.00 is ready' );
		expect( await emulator.payable() ).toMatchObject( [
			{ amount: 4000, currency: 'EUR' },
		] );
		const [ made ] = await emulator.payable();
		await expect( panel.created ).toContainText( made?.order_id ?? '' );
	} );
}

test(
	'an answer that is lost once is mended in the same press, and the burnt order ID says why',
	{ tag: '@storage' },
	async ( { page, order, orderScreen, emulator } ) => {
		const { panel } = orderScreen;
		await emulator.fault( { fault: 'reset_after' } );
		await orderScreen.openForm( order );
		await panel.form.submit.click();

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
	'while MultiSafepay is slow the button is busy, and a double click makes one link',
	{ tag: '@storage' },
	async ( { order, orderScreen, emulator } ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		await emulator.fault( { fault: 'slow', delay_ms: 3000 } );
		await orderScreen.openForm( order );
		await form.submit.dblclick();

		await expect( form.submit ).toHaveText( 'Generating…' );
		await expect( form.submit ).toHaveAttribute( 'aria-disabled', 'true' );
		await expect( form.submit ).toHaveClass( /is-busy/ );
		await expect( panel.copyNew ).toBeFocused();
		await expect( panel.rows ).toHaveCount( 1 );
		expect( await emulator.createCalls() ).toBe( 1 );
		expect( await emulator.payable() ).toHaveLength( 1 );
	}
);

test( 'when the shop itself cannot be reached, pressing again gives one link', async ( {
	page,
	order,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	await orderScreen.openForm( order );
	// The request arrives and its answer gets lost, as on a bad mobile connection.
	await page.route(
		/payment-links(%2F|\/)v1/,
		async ( route ) => {
			await route.fetch();
			await route.abort( 'connectionreset' );
		},
		{ times: 1 }
	);
	await panel.form.submit.click();
	await expect( panel.notice( 'error' ) ).toContainText(
		'you will get one link, not two'
	);

	await panel.form.submit.click();
	await expect( panel.created ).toContainText( `PL-${ order }-1` );
	expect( await emulator.createCalls() ).toBe( 1 );
	await expect( panel.rows ).toHaveCount( 1 );
} );

test( 'a Refresh without an answer says so at the link and changes nothing', async ( {
	order,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	await orderScreen.openForm( order );
	await panel.form.submit.click();
	await panel.created.waitFor();
	await emulator.fault( {
		fault: 'status_503_html',
		method: 'GET',
		path: '/orders/*',
	} );
	const row = panel.row( `PL-${ order }-1` );
	await row.getByRole( 'button', { name: /^Refresh/ } ).click();

	await expect( row ).toContainText( 'MultiSafepay did not answer' );
	await expect( row ).toContainText( 'Active' );
} );
