import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../fixtures/index.ts';
import { tabTo } from '../support/keyboard.ts';
import { expectAccessible } from '../support/visual-checks.ts';
import { PaymentLinksPanel } from '../pages/payment-links-panel.ts';

test.describe( 'a second link for an order with an open link', () => {
	test( 'asks first, and the open link can be copied', async ( {
		page,
		pageUtils,
		emulator,
		openedLink: link,
		orderScreen,
		panel,
	} ) => {
		const { order_id: orderId } = link;

		await tabTo( panel.generate );
		await pageUtils.pressKeys( 'Enter' );
		const question = panel.notice( 'warning' );
		await expect( question ).toContainText( 'they may pay twice' );
		await expectAccessible(
			page,
			PaymentLinksPanel.SELECTOR,
			'open-link-question',
			orderScreen.metaBox
		);
		await tabTo(
			question.getByRole( 'button', { name: `Copy link ${ orderId }` } )
		);
		await pageUtils.pressKeys( 'Enter' );

		const [ providerOrder ] = await emulator.payable();
		await expect
			.poll( () => clipboardText( page ) )
			.toBe( providerOrder?.payment_url );
		await question.getByRole( 'button', { name: 'Cancel' } ).click();
		await expect( panel.generate ).toBeFocused();
		expect( await emulator.createCalls() ).toBe( 1 );
	} );

	test(
		'replaces the open link, which is cancelled afterwards',
		{ tag: '@storage' },
		async ( { emulator, order, openedLink: link, panel, form } ) => {
			const first = link.order_id;
			const second = `PL-${ order }-2`;
			await panel.generate.click();
			await panel
				.notice( 'warning' )
				.getByRole( 'button', {
					name: `Replace with a new link: ${ first }`,
				} )
				.click();
			await form.enterAmount( '79' );
			await form.submit.click();

			await expect( panel.created ).toContainText( second );
			await expect( panel.row( first ) ).toContainText( 'Cancelled' );
			await expect( panel.row( first ) ).toContainText(
				`Replaced by ${ second }`
			);
			expect( await emulator.payable() ).toMatchObject( [
				{ order_id: second, amount: 7900 },
			] );
		}
	);

	test( 'is created in addition to the open link on request', async ( {
		emulator,
		order,
		openedLink: link,
		panel,
		form,
	} ) => {
		await panel.generateAnother();
		await form.submit.click();

		await expect( panel.created ).toContainText( `PL-${ order }-2` );
		await expect( panel.row( link.order_id ) ).toContainText( 'Active' );
		expect( await emulator.payable() ).toHaveLength( 2 );
	} );
} );
