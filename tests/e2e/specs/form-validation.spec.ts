import { expect, test } from '../fixtures/index.ts';
import type { LABELS } from '../pages/link-form.ts';

const MISTAKES: readonly ( readonly [
	what: string,
	field: keyof typeof LABELS,
	typed: string,
	words: RegExp,
] )[] = [
	[ 'an amount of 0', 'amount', '0', /at least 0.01 EUR/ ],
	[ 'a negative amount', 'amount', '-5', /at least 0.01 EUR/ ],
	[ 'a fraction of a cent', 'amount', '79.995', /at most 2 decimals/ ],
	[ 'an amount in words', 'amount', 'eighty', /in digits/ ],
	[ 'no amount', 'amount', '', /Enter an amount/ ],
	[
		'odd characters in the order ID',
		'orderId',
		'PL 1/é',
		/letters, digits/,
	],
	[
		'an order ID of 51 characters',
		'orderId',
		'x'.repeat( 51 ),
		/at most 50/,
	],
	[ 'no description', 'description', ' ', /Enter a description/ ],
	[
		'a description that is too long',
		'description',
		'é'.repeat( 101 ),
		/too long/,
	],
	[ 'an expiry of 366 days', 'days', '366', /from 1 to 365/ ],
	[ 'half an e-mail address', 'email', 'robin@', /not an e-mail address/ ],
	[ 'a name of 26 characters', 'firstName', 'x'.repeat( 26 ), /at most 25/ ],
];

test( 'every mistake is said at its field, which gets the focus, and nothing is sent or lost', async ( {
	order,
	orderScreen,
	watch,
} ) => {
	const { panel } = orderScreen;
	const { form } = panel;
	await orderScreen.openForm( order );

	for ( const [ what, field, typed, words ] of MISTAKES ) {
		await test.step( what, async () => {
			const input = form.field( field );
			const right = await input.inputValue();
			await input.fill( typed );
			await form.submit.click();

			await expect( input ).toBeFocused();
			await expect( input ).toHaveAttribute( 'aria-invalid', 'true' );
			await expect( input ).toHaveAccessibleDescription( words );
			await expect( input ).toHaveValue( typed );
			await input.fill( right );
			await expect( input ).toHaveAttribute( 'aria-invalid', 'false' );
		} );
	}
	expect( watch.calls ).toHaveLength( 0 );

	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
} );

test( 'an amount with a comma means what Dutch staff mean', async ( {
	order,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	await orderScreen.openForm( order );
	await panel.form.field( 'amount' ).fill( '79,50' );
	await panel.form.submit.click();

	await expect( panel.created ).toContainText( '€79.50' );
	expect( await emulator.payable() ).toMatchObject( [ { amount: 7950 } ] );
} );

test(
	'more than the order owes is asked once more',
	{ tag: '@storage' },
	async ( { order, orderScreen, emulator, watch } ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		await orderScreen.openForm( order );
		await form.field( 'amount' ).fill( '80,50' );
		await form.submit.click();

		await expect( form.confirmation ).toBeFocused();
		await expect( form.confirmation ).toHaveAccessibleDescription(
			/Tick this box.*still owes €80.00/
		);
		expect( watch.calls ).toHaveLength( 0 );
		await form.confirmation.check();
		await form.submit.click();
		await expect( panel.created ).toContainText( '€80.50' );
		expect( await emulator.payable() ).toMatchObject( [
			{ amount: 8050 },
		] );
	}
);

test( 'an order that was paid meanwhile is asked about, although the form did not know', async ( {
	order,
	orderScreen,
	shop,
	emulator,
} ) => {
	const { panel } = orderScreen;
	const { form } = panel;
	await orderScreen.openForm( order );
	await shop.rest( 'PUT', `/wc/v3/orders/${ order }`, {
		status: 'processing',
	} );
	await form.submit.click();

	await expect( form.confirmation ).toHaveAccessibleDescription(
		/paid already/
	);
	await expect( form.confirmation ).toBeFocused();
	expect( await emulator.createCalls() ).toBe( 0 );
	await form.confirmation.check();
	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
} );

test(
	'a paid order asks for a confirmation and then makes the link',
	{ tag: '@storage' },
	async ( { orderScreen, shop, emulator } ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		await orderScreen.openForm(
			await shop.createOrder( { status: 'processing' } )
		);
		await expect( panel.notice( 'warning' ) ).toContainText(
			'This order is paid already'
		);
		await form.field( 'amount' ).fill( '5' );
		await form.submit.click();

		await expect( form.confirmation ).toBeFocused();
		expect( await emulator.createCalls() ).toBe( 0 );
		await form.confirmation.check();
		await form.submit.click();
		await expect( panel.created ).toContainText( '€5.00' );
		expect( await emulator.payable() ).toMatchObject( [ { amount: 500 } ] );
	}
);

test(
	'an order ID that is taken is said at its field, and another one works',
	{ tag: '@storage' },
	async ( { order, orderScreen, emulator } ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		await orderScreen.openForm( order );
		await form.submit.click();
		await panel.created.waitFor();
		await panel.generateAnother();
		await form.field( 'orderId' ).fill( `PL-${ order }-1` );
		await form.field( 'description' ).fill( 'Once more' );
		await form.submit.click();

		await expect( form.field( 'orderId' ) ).toBeFocused();
		await expect( form.field( 'orderId' ) ).toHaveAccessibleDescription(
			/has been used before\. Choose another one/
		);
		await expect( form.field( 'description' ) ).toHaveValue( 'Once more' );
		await form.field( 'orderId' ).fill( `again-${ order }` );
		await form.submit.click();
		await expect( panel.created ).toContainText( `again-${ order }` );
		expect( await emulator.payable() ).toHaveLength( 2 );
	}
);

test( 'a currency that MultiSafepay cannot take is refused in words', async ( {
	shop,
	orderScreen,
	emulator,
} ) => {
	const { panel } = orderScreen;
	await orderScreen.openForm(
		await shop.createOrder( { currency: 'KWD', total: '24.5' } )
	);
	await expect( panel.notice( 'warning' ) ).toContainText(
		'MultiSafepay cannot take payments in KWD'
	);
	await panel.form.submit.click();

	await expect( panel.form.field( 'amount' ) ).toBeFocused();
	await expect( panel.form.field( 'amount' ) ).toHaveAccessibleDescription(
		/cannot take payments in KWD/
	);
	expect( await emulator.createCalls() ).toBe( 0 );
} );
