import type { Page } from '@playwright/test';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../support/keyboard.ts';

/** Counts navigations, such as the one when the order form is submitted. */
function countNavigations( page: Page ): () => number {
	let count = 0;
	page.on( 'request', ( request ) => {
		if ( request.isNavigationRequest() ) {
			count += 1;
		}
	} );
	return () => count;
}

test.describe( 'with the keyboard', { tag: '@storage' }, () => {
	test( 'a link is created, copied and closed', async ( {
		page,
		pageUtils,
		emulator,
		order,
		orderScreen,
		panel,
		form,
	} ) => {
		await orderScreen.open( order );
		const navigationCount = countNavigations( page );

		await tabTo( panel.generate );
		await pageUtils.pressKeys( 'Space' );
		await expect( form.group.getByRole( 'heading' ).first() ).toBeFocused();
		await tabTo( form.full );
		await pageUtils.pressKeys( 'ArrowDown' );
		await expect( form.partial ).toBeChecked();
		await tabTo( form.field( 'amount' ) );
		await page.keyboard.type( '75.50' );
		await tabTo( form.secondChance );
		await pageUtils.pressKeys( 'Space' );
		await expect( form.secondChance ).toBeChecked();
		await tabTo( form.submit );
		await pageUtils.pressKeys( 'Enter' );

		await expect( panel.copyCreated ).toBeFocused();
		await pageUtils.pressKeys( 'Space' );
		await expect( panel.copyCreated ).toHaveText( 'Copied' );
		const [ providerOrder ] = await emulator.payable();
		expect( providerOrder?.amount ).toBe( 7550 );
		expect( await clipboardText( page ) ).toBe(
			providerOrder?.payment_url
		);

		await tabTo( panel.created.getByRole( 'button', { name: 'Done' } ) );
		await pageUtils.pressKeys( 'Enter' );
		await expect( panel.generate ).toBeFocused();
		expect( navigationCount() ).toBe( 0 );
	} );

	test( 'Enter in a text field creates the link and does not save the order', async ( {
		page,
		pageUtils,
		emulator,
		panel,
		openedForm: form,
	} ) => {
		const navigationCount = countNavigations( page );

		await tabTo( form.field( 'days' ) );
		await page.keyboard.type( '10' );
		await pageUtils.pressKeys( 'Enter' );

		await expect( panel.copyCreated ).toBeFocused();
		expect( await emulator.payable() ).toMatchObject( [
			{ amount: 8000 },
		] );
		expect( navigationCount() ).toBe( 0 );
	} );
} );

test( 'Enter in a select or a checkbox neither saves the order nor creates a link', async ( {
	page,
	pageUtils,
	emulator,
	openedForm: form,
} ) => {
	const navigationCount = countNavigations( page );

	for ( const control of [ form.secondChance, form.country ] ) {
		await tabTo( control );
		await pageUtils.pressKeys( 'Enter' );
	}
	await pageUtils.pressKeys( 'Escape' );

	await expect( form.group ).toBeVisible();
	expect( await emulator.createCalls() ).toBe( 0 );
	expect( navigationCount() ).toBe( 0 );
} );

test( 'Enter in an invalid field shows the error', async ( {
	page,
	pageUtils,
	openedForm: form,
} ) => {
	const navigationCount = countNavigations( page );

	await tabTo( form.field( 'days' ) );
	await page.keyboard.type( '0' );
	await pageUtils.pressKeys( 'Enter' );

	await expect( form.field( 'days' ) ).toBeFocused();
	await expect( form.field( 'days' ) ).toHaveAccessibleDescription(
		/from 1 to 365/
	);
	expect( navigationCount() ).toBe( 0 );
} );
