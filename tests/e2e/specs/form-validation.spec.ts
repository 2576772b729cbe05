import { expect, test } from '../fixtures/index.ts';
import type { LABELS } from '../pages/link-form.ts';

const INVALID_INPUT: readonly ( readonly [
	description: string,
	field: keyof typeof LABELS,
	value: string,
	message: RegExp,
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

test( 'each error is shown at its field, which gets the focus, and nothing is sent or lost', async ( {
	panel,
	openedForm: form,
	monitor,
} ) => {
	await form.enterAmount( '80' );
	for ( const [ description, field, value, message ] of INVALID_INPUT ) {
		await test.step( description, async () => {
			const input = form.field( field );
			const validValue = await input.inputValue();
			await input.fill( value );
			await form.submit.click();

			await expect( input ).toBeFocused();
			await expect( input ).toHaveAttribute( 'aria-invalid', 'true' );
			await expect( input ).toHaveAccessibleDescription( message );
			await expect( input ).toHaveValue( value );
			await input.fill( validValue );
			await expect( input ).toHaveAttribute( 'aria-invalid', 'false' );
		} );
	}
	expect( monitor.calls ).toHaveLength( 0 );

	await form.submit.click();
	await expect( panel.created ).toContainText( '€80.00' );
} );

test( 'an amount with a comma is parsed', async ( {
	emulator,
	panel,
	openedForm: form,
} ) => {
	await form.enterAmount( '79,50' );
	await form.submit.click();

	await expect( panel.created ).toContainText( '€79.50' );
	expect( await emulator.payable() ).toMatchObject( [ { amount: 7950 } ] );
} );

test(
	'an amount above the amount due must be confirmed',
	{ tag: '@storage' },
	async ( { emulator, panel, openedForm: form, monitor } ) => {
		await form.enterAmount( '80,50' );
		await form.submit.click();

		await expect( form.confirmation ).toBeFocused();
		await expect( form.confirmation ).toHaveAccessibleDescription(
			/Tick this box.*still owes €80.00/
		);
		expect( monitor.calls ).toHaveLength( 0 );
		await form.confirmation.check();
		await form.submit.click();
		await expect( panel.created ).toContainText( '€80.50' );
		expect( await emulator.payable() ).toMatchObject( [
			{ amount: 8050 },
		] );
	}
);

test( 'an order that was paid in the meantime must be confirmed', async ( {
	shop,
	emulator,
	order,
	panel,
	openedForm: form,
} ) => {
	await shop.updateOrder( order, {
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
	'a paid order must be confirmed before the link is created',
	{ tag: '@storage' },
	async ( { shop, emulator, orderScreen, panel, form } ) => {
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
	'a taken order ID is shown at its field, and another one works',
	{ tag: '@storage' },
	async ( { emulator, order, panel, openedForm: form } ) => {
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

test( 'an unsupported currency shows an error', async ( {
	shop,
	emulator,
	orderScreen,
	panel,
	form,
} ) => {
	await orderScreen.openForm(
		await shop.createOrder( { currency: 'KWD', total: '24.5' } )
	);
	await expect( panel.notice( 'warning' ) ).toContainText(
		'MultiSafepay cannot take payments in KWD'
	);
	await form.submit.click();

	await expect( form.full ).toBeFocused();
	await expect(
		form.group.getByRole( 'radiogroup', { name: 'Amount' } )
	).toHaveAccessibleDescription( /cannot take payments in KWD/ );
	expect( await emulator.createCalls() ).toBe( 0 );
} );
