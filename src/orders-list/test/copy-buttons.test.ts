import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';

import { listenForCopyClicks } from '../copy-buttons';

const URL = 'https://payv2.multisafepay.com/connect/1';

function row(): HTMLElement {
	document.body.innerHTML = `<table><tbody><tr><td>
		<button type="button" class="button msp-payment-links__copy" data-url="${ URL }"><span>Copy link</span><span> PL-1-1</span></button>
	</td></tr></tbody></table>`;
	return screen.getByRole( 'button' );
}

listenForCopyClicks( document );

describe( 'the copy button of the orders list', () => {
	it( 'copies the URL and shows that', async () => {
		const user = userEvent.setup();
		await user.click( row() );

		expect( await navigator.clipboard.readText() ).toBe( URL );
		expect(
			await screen.findByRole( 'button', { name: 'Copied PL-1-1' } )
		).toBeInTheDocument();
	} );

	it( 'shows the URL when it cannot be copied', async () => {
		const user = userEvent.setup();
		jest.spyOn( navigator.clipboard, 'writeText' ).mockRejectedValue(
			new Error( 'no' )
		);
		Object.assign( document, { execCommand: () => false } );
		await user.click( row() );

		const field = await screen.findByRole( 'textbox', {
			name: 'Payment link',
		} );
		expect( field ).toHaveValue( URL );
		expect( field ).toHaveFocus();
	} );
} );
