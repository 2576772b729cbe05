import { expect, test } from '../fixtures/index.ts';

const WARNING = /unsaved changes\. Save the order first/;

test.describe( 'unsaved changes of the order', { tag: '@storage' }, () => {
	test( 'in a billing field show a warning until they are saved', async ( {
		order,
		orderScreen,
		panel,
		form,
	} ) => {
		await orderScreen.open( order );
		await orderScreen.changeBillingFirstName( 'Robina' );
		await panel.generate.click();

		await expect( panel.notice( 'warning' ) ).toContainText( WARNING );
		await expect( form.group ).toHaveCount( 0 );
		await panel
			.notice( 'warning' )
			.getByRole( 'button', { name: 'Cancel' } )
			.click();
		await expect( panel.generate ).toBeFocused();

		await orderScreen.save();
		await panel.generate.click();
		await expect( form.field( 'firstName' ) ).toHaveValue( 'Robina' );
	} );

	test( 'in the status show a warning that can be ignored', async ( {
		emulator,
		order,
		orderScreen,
		panel,
		form,
	} ) => {
		await orderScreen.open( order );
		await orderScreen.chooseStatus( 'On hold' );
		await panel.generate.click();
		await expect( panel.notice( 'warning' ) ).toContainText( WARNING );
		await panel.root
			.getByRole( 'button', { name: 'Continue anyway' } )
			.click();
		await form.submit.click();

		await expect( panel.created ).toContainText( 'is ready' );
		expect( await emulator.payable() ).toHaveLength( 1 );
	} );
} );

test( 'input in the panel is not an unsaved change of the order', async ( {
	panel,
	openedForm: form,
} ) => {
	await form.enterAmount( '12' );
	await form.cancel.click();
	await panel.generate.click();

	await expect( form.full ).toBeChecked();
} );
