import { fireEvent, render, screen } from '@testing-library/react';

import linkFixture from '../../../../tests/fixtures/wire/link.json';
import { linkSchema, type Link } from '../../../shared/api/schemas';
import { CreatedNotice } from '../CreatedNotice';

const link = linkSchema.parse( linkFixture );

const openDialog = jest.fn();

function show(
	change: Partial< Link >,
	original: Link | null = null,
	isCancellingOriginal = false
): void {
	render(
		<CreatedNotice
			link={ { ...link, ...change } }
			requestedAmount={ link.amount }
			original={ original }
			isCancellingOriginal={ isCancellingOriginal }
			openDialog={ openDialog }
			onDone={ () => undefined }
		/>
	);
}

describe( 'CreatedNotice', () => {
	it( 'moves the focus to the copy button of a new link', () => {
		show( {} );

		expect( screen.getByRole( 'button', { name: /copy/i } ) ).toHaveFocus();
	} );

	it.each( [
		[ 'Send PL-1001-1', 'send' ],
		[ 'Wait for payment of PL-1001-1', 'waiting' ],
	] )( 'opens a dialog with “%s”', ( name, kind ) => {
		show( {} );
		fireEvent.click( screen.getByRole( 'button', { name } ) );

		expect( openDialog ).toHaveBeenCalledWith( kind, link );
	} );

	it( 'shows a paid link as a success, without a copy button', () => {
		show( { status: 'completed' } );

		// The text is also in the live region for screen readers.
		const notices = screen
			.getAllByText( /PL-1001-1 is paid: €80\.00/ )
			.map( ( text ) => text.closest( '.components-notice' ) )
			.filter( ( notice ) => notice !== null );
		expect( notices ).toHaveLength( 1 );
		expect( notices[ 0 ] ).toHaveClass( 'is-success' );
		expect( screen.queryByRole( 'button', { name: /copy/i } ) ).toBeNull();
	} );

	it( 'shows a warning for a link that cannot be paid', () => {
		show( { status: 'cancelled' } );

		expect(
			screen.getAllByText( /cannot be paid now\. Status: Cancelled/ )
		).not.toHaveLength( 0 );
	} );

	it.each( [
		[ 'cancelled', true, /PL-1001-0 is cancelled/ ],
		[ 'cancelled', false, /PL-1001-0 is cancelled/ ],
		[
			'completed',
			true,
			/PL-1001-0 was not cancelled\. Status: Completed/,
		],
		[ 'active', true, /PL-1001-0 could not be cancelled yet/ ],
		[ 'active', false, /PL-1001-0 stays open: both links can be paid/ ],
	] as const )(
		'describes an original that is %s (to be cancelled: %s)',
		( status, isCancelling, text ) => {
			show(
				{},
				{ ...link, order_id: 'PL-1001-0', status, expires_at: null },
				isCancelling
			);

			expect( screen.getAllByText( text ) ).not.toHaveLength( 0 );
		}
	);
} );
