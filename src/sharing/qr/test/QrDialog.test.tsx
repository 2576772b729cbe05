import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { Link } from '../../../shared/api/schemas';
import { client, resetShop } from '../../../shared/test/client';
import { aConfig, aLink } from '../../../shared/test/wire';
import QrDialog from '../QrDialog';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

function show( changes: Partial< Link > = {} ) {
	const link = aLink( { expires_at: '2999-12-24T10:00:00Z', ...changes } );
	const view = render(
		<QrDialog
			link={ link }
			config={ aConfig() }
			client={ client }
			showLink={ jest.fn() }
			close={ jest.fn() }
		/>
	);
	return { link, ...view };
}

it( 'has a text alternative and shows the URL', () => {
	const { link, container } = show();

	expect(
		screen.getAllByRole( 'img', {
			name: 'QR code of payment link PL-1001-1 for €80.00',
		} )[ 0 ]
	).toBeVisible();
	expect(
		screen.getByRole( 'textbox', { name: 'Payment link' } )
	).toHaveValue( link.payment_url );
	expect( container ).toHaveTextContent( '€80.00' );
	expect( container ).toHaveTextContent( 'Order 1001' );
	expect( container ).toHaveTextContent( 'Can be paid until' );
} );

it( 'prints a sheet while it is open', async () => {
	const print = jest
		.spyOn( window, 'print' )
		.mockImplementation( () => undefined );
	const { link, unmount } = show();
	const sheet = document.querySelector( '.msp-payment-links__sheet' );

	expect( document.body ).toHaveClass( 'msp-payment-links-printing' );
	expect( sheet?.parentElement ).toBe( document.body );
	for ( const text of [
		'Example shop',
		'Order 1001',
		'€80.00',
		'Can be paid until',
		link.payment_url ?? '',
	] ) {
		expect( sheet ).toHaveTextContent( text );
	}

	await userEvent
		.setup()
		.click( screen.getByRole( 'button', { name: 'Print' } ) );
	expect( print ).toHaveBeenCalledTimes( 1 );

	unmount();
	expect( document.body ).not.toHaveClass( 'msp-payment-links-printing' );
	expect( document.querySelector( '.msp-payment-links__sheet' ) ).toBeNull();
} );

it.each( [
	[ 'was cancelled', { status: 'cancelled' } ],
	[
		'expired while the page was open',
		{ expires_at: '2020-01-01T00:00:00Z' },
	],
] as const )( 'shows no code for a link that %s', ( _, changes ) => {
	show( changes );

	expect( screen.queryByRole( 'img' ) ).toBeNull();
	expect( screen.getByText( /cannot be paid now/ ) ).toBeVisible();
} );
