import { fireEvent, render, screen } from '@testing-library/react';

import linkFixture from '../../tests/fixtures/wire/link.json';
import { linkSchema, type Link } from '../api/schemas';
import { CreatedNotice } from './CreatedNotice';

const link = linkSchema.parse( linkFixture );

const openDialog = jest.fn();

function show(
	change: Partial< Link >,
	original: Link | null = null,
	isRetiringOriginal = false
): void {
	render(
		<CreatedNotice
			link={ { ...link, ...change } }
			askedAmount={ link.amount }
			original={ original }
			isRetiringOriginal={ isRetiringOriginal }
			openDialog={ openDialog }
			onDone={ () => undefined }
		/>
	);
}

describe( 'CreatedNotice', () => {
	it( 'hands over a link that can be paid', () => {
		show( {} );

		expect( screen.getByRole( 'button', { name: /copy/i } ) ).toHaveFocus();
	} );

	it.each( [
		[ 'Send PL-1001-1', 'send' ],
		[ 'Wait for payment of PL-1001-1', 'waiting' ],
	] )( 'leads on with “%s”', ( name, kind ) => {
		show( {} );
		fireEvent.click( screen.getByRole( 'button', { name } ) );

		expect( openDialog ).toHaveBeenCalledWith( kind, link );
	} );

	it( 'brings the payment as good news, with nothing left to copy', () => {
		show( { status: 'completed' } );

		// The words also stand in the region that screen readers listen to.
		const notices = screen
			.getAllByText( /PL-1001-1 is paid: €80\.00/ )
			.map( ( words ) => words.closest( '.components-notice' ) )
			.filter( ( notice ) => notice !== null );
		expect( notices ).toHaveLength( 1 );
		expect( notices[ 0 ] ).toHaveClass( 'is-success' );
		expect( screen.queryByRole( 'button', { name: /copy/i } ) ).toBeNull();
	} );

	it( 'says of any other end that the link cannot be paid', () => {
		show( { status: 'cancelled' } );

		expect(
			screen.getAllByText( /cannot be paid now\. Status: Cancelled/ )
		).not.toHaveLength( 0 );
	} );

	it.each( [
		[ 'cancelled', true, /PL-1001-0 is retired/ ],
		[ 'cancelled', false, /PL-1001-0 is retired/ ],
		[ 'completed', true, /PL-1001-0 was not retired\. Status: Completed/ ],
		[ 'active', true, /PL-1001-0 could not be retired yet/ ],
		[ 'active', false, /PL-1001-0 stays open: both links can be paid/ ],
	] as const )(
		'names what became of an original that is %s, retiring asked: %s',
		( status, isRetiring, words ) => {
			show(
				{},
				{ ...link, order_id: 'PL-1001-0', status, expires_at: null },
				isRetiring
			);

			expect( screen.getAllByText( words ) ).not.toHaveLength( 0 );
		}
	);
} );
