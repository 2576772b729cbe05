import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../fixtures/keyboard.ts';

/** Counts how often the page is left, as it is when WooCommerce's order form is sent. */
function countLeaving( page: Page ): () => number {
	let left = 0;
	page.on( 'request', ( request ) => {
		if ( request.isNavigationRequest() ) {
			left += 1;
		}
	} );
	return () => left;
}

test.describe( 'by keyboard alone', { tag: '@storage' }, () => {
	test( 'a link is made, copied and put away', async ( {
		page,
		order,
		orderScreen,
		emulator,
	} ) => {
		const { panel } = orderScreen;
		const { form } = panel;
		await orderScreen.open( order );
		const timesLeft = countLeaving( page );

		await tabTo( panel.generate );
		await page.keyboard.press( 'Space' );
		await expect( form.group.getByRole( 'heading' ).first() ).toBeFocused();
		await tabTo( form.field( 'amount' ) );
		await page.keyboard.type( '75.50' );
		await tabTo( form.secondChance );
		await page.keyboard.press( 'Space' );
		await expect( form.secondChance ).toBeChecked();
		await tabTo( form.submit );
		await page.keyboard.press( 'Enter' );

		await expect( panel.copyNew ).toBeFocused();
		await page.keyboard.press( 'Space' );
		await expect( panel.copyNew ).toHaveText( 'Copied' );
		const [ made ] = await emulator.payable();
		expect( made?.amount ).toBe( 7550 );
		expect(
			await page.evaluate( () => navigator.clipboard.readText() )
		).toBe( made?.payment_url );

		await tabTo( panel.created.getByRole( 'button', { name: 'Done' } ) );
		await page.keyboard.press( 'Enter' );
		await expect( panel.generate ).toBeFocused();
		expect( timesLeft() ).toBe( 0 );
	} );

	test( 'Enter in a text field makes the link and never saves the order', async ( {
		page,
		order,
		orderScreen,
		emulator,
	} ) => {
		const { panel } = orderScreen;
		await orderScreen.openForm( order );
		const timesLeft = countLeaving( page );

		await tabTo( panel.form.field( 'amount' ) );
		await page.keyboard.type( '10' );
		await page.keyboard.press( 'Enter' );

		await expect( panel.copyNew ).toBeFocused();
		expect( await emulator.payable() ).toMatchObject( [
			{ amount: 1000 },
		] );
		expect( timesLeft() ).toBe( 0 );
	} );
} );

test( 'Enter on a list or a tick box neither saves the order nor makes a link', async ( {
	page,
	order,
	orderScreen,
	emulator,
} ) => {
	const { form } = orderScreen.panel;
	await orderScreen.openForm( order );
	const timesLeft = countLeaving( page );

	for ( const control of [ form.secondChance, form.country ] ) {
		await tabTo( control );
		await page.keyboard.press( 'Enter' );
	}
	await page.keyboard.press( 'Escape' );

	await expect( form.group ).toBeVisible();
	expect( await emulator.createCalls() ).toBe( 0 );
	expect( timesLeft() ).toBe( 0 );
} );

test( 'Enter in a wrong field says so at the field', async ( {
	page,
	order,
	orderScreen,
} ) => {
	const { form } = orderScreen.panel;
	await orderScreen.openForm( order );
	const timesLeft = countLeaving( page );

	await tabTo( form.field( 'days' ) );
	await page.keyboard.type( '0' );
	await page.keyboard.press( 'Enter' );

	await expect( form.field( 'days' ) ).toBeFocused();
	await expect( form.field( 'days' ) ).toHaveAccessibleDescription(
		/from 1 to 365/
	);
	expect( timesLeft() ).toBe( 0 );
} );
