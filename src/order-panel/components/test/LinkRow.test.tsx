import { act, screen, waitFor, within } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { readApiError } from '../api/error-body';
import { ApiError } from '../api/errors';
import {
	NEW_LINK,
	button,
	client,
	makeAnother,
	resetShop,
	showPanel,
} from '../test/panel';
import { aDraft, aLink, wire } from '../test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

const OPEN = aLink( { expires_at: '2099-01-01T00:00:00Z' } );
const STALE = { ...OPEN, stale: true };
const OWED = { links: [ STALE ], draft: aDraft( { amount: 9500 } ) };

describe( 'a paid link', () => {
	it( 'says when, by what and under which number it was paid', () => {
		showPanel( {
			links: [
				aLink( {
					status: 'completed',
					paid_at: '2026-11-24T12:00:00Z',
					payment_method: 'IDEAL',
					transaction_id: '4007',
				} ),
			],
		} );

		const row = screen.getByRole( 'listitem' );
		expect( row ).toHaveTextContent( /Paid .*2026/ );
		expect( row ).toHaveTextContent( 'Paid by IDEAL' );
		expect( row ).toHaveTextContent( 'Transaction 4007' );
	} );

	it( 'whose money is not certain says to wait', () => {
		showPanel( { links: [ aLink( { status: 'uncleared' } ) ] } );

		expect( screen.getByText( /Wait before you ship/ ) ).toBeVisible();
	} );

	it.each( [
		[ 'refunded', 'Refunded' ],
		[ 'partial_refunded', 'Partially refunded' ],
		[ 'chargeback', 'Chargeback' ],
	] as const )( 'that is %s says so', ( status, words ) => {
		showPanel( { links: [ aLink( { status } ) ] } );

		expect( screen.getByText( words ) ).toBeVisible();
		expect( screen.queryByRole( 'button', { name: /Retire/ } ) ).toBeNull();
	} );
} );

it( 'sounds an alarm at the top, which leads to the row that says what to do', async () => {
	const user = showPanel( {
		links: [
			aLink( {
				status: 'completed',
				alarm: { code: 'second_payment', message: 'Paid twice.' },
			} ),
			aLink( { id: 6, order_id: 'PL-1001-0' } ),
		],
	} );
	const [ alarming ] = screen.getAllByRole( 'listitem' );
	expect( alarming ).toHaveTextContent( 'Paid twice.' );

	expect(
		screen.getByText( /wrong with the payment of PL-1001-1/ )
	).toBeVisible();
	await user.click( button( 'See what to do about PL-1001-1' ) );

	expect( alarming ).toHaveFocus();
} );

it( 'shows which link took the place of which', () => {
	showPanel( {
		links: [
			aLink( { id: 8, order_id: 'PL-1001-2', duplicate_of: 7 } ),
			aLink( { status: 'cancelled' } ),
		],
	} );

	expect( screen.getByText( 'Replaces PL-1001-1' ) ).toBeVisible();
	expect( screen.getByText( 'Replaced by PL-1001-2' ) ).toBeVisible();
} );

describe( 'a stale link', () => {
	it( 'says what it asks and what the order owes, and one press renews it', async () => {
		client.duplicateLink.mockResolvedValue( { ...NEW_LINK, amount: 9500 } );
		client.list.mockResolvedValue( [
			{ ...NEW_LINK, amount: 9500, duplicate_of: 7 },
			{ ...OPEN, status: 'cancelled' },
		] );
		const user = showPanel( OWED );
		expect(
			screen.getByText( /asks €80\.00, but the order owes €95\.00 now/ )
		).toBeVisible();

		await user.click( button( /^Renew for €95\.00/ ) );

		expect( client.duplicateLink ).toHaveBeenCalledWith( 7, {
			idempotency_key: expect.stringMatching( /^[\w-]{8,64}$/ ),
			renew: true,
			retire_original: true,
		} );
		expect( await screen.findByText( 'Cancelled' ) ).toBeVisible();
		expect(
			screen.getByText( /PL-1001-2 for €95\.00 is ready/, {
				selector: '.components-notice p',
			} )
		).toBeVisible();
		const [ copy ] = screen.getAllByRole( 'button', {
			name: 'Copy link PL-1001-2',
		} );
		expect( copy ).toHaveFocus();
	} );

	it( 'is renewed under one key, however often it takes', async () => {
		client.duplicateLink.mockRejectedValueOnce(
			new ApiError( { code: 'fetch_error', message: 'No answer.' } )
		);
		client.duplicateLink.mockResolvedValue( NEW_LINK );
		client.list.mockResolvedValue( [ STALE ] );
		const user = showPanel( OWED );

		await user.click( button( /^Renew/ ) );
		expect(
			await screen.findByText( /you will get one link, not two/ )
		).toBeVisible();
		await user.click( button( /^Renew/ ) );
		await screen.findByRole( 'textbox', { name: 'Payment link' } );

		const [ first, second ] = client.duplicateLink.mock.calls;
		expect( second?.[ 1 ] ).toEqual( first?.[ 1 ] );
	} );

	it( 'is renewed under another key the next time', async () => {
		client.duplicateLink.mockResolvedValue( NEW_LINK );
		client.list.mockResolvedValue( [ STALE ] );
		const user = showPanel( OWED );

		await user.click( button( /^Renew/ ) );
		await screen.findByRole( 'textbox', { name: 'Payment link' } );
		await user.click(
			await screen.findByRole( 'button', { name: /^Renew/ } )
		);
		await waitFor( () =>
			expect( client.duplicateLink ).toHaveBeenCalledTimes( 2 )
		);

		const [ first, second ] = client.duplicateLink.mock.calls;
		expect( second?.[ 1 ].idempotency_key ).not.toBe(
			first?.[ 1 ].idempotency_key
		);
	} );

	it( 'of an order that owes nothing is only to be retired', () => {
		showPanel( { links: [ STALE ], draft: aDraft( { amount: 0 } ) } );

		expect( screen.getByText( /owes nothing any more/ ) ).toBeVisible();
		expect( screen.queryByRole( 'button', { name: /^Renew/ } ) ).toBeNull();
	} );

	it( 'waits while a form is open, so that nothing typed is lost', async () => {
		const user = showPanel( OWED );
		await makeAnother( user );

		expect( screen.getByText( /order owes €95/ ) ).toBeVisible();
		expect( screen.queryByRole( 'button', { name: /^Renew/ } ) ).toBeNull();
	} );

	it( 'shows what somebody else did when the order is paid already', async () => {
		client.duplicateLink.mockRejectedValue(
			new ApiError( {
				code: 'order_already_paid',
				message: 'This order is paid already.',
				status: 409,
			} )
		);
		client.list.mockResolvedValue( [ { ...OPEN, status: 'completed' } ] );
		const user = showPanel( OWED );

		await user.click( button( /^Renew/ ) );

		expect(
			await screen.findByText( /PL-1001-1 has been paid meanwhile/ )
		).toBeVisible();
		expect( speak ).toHaveBeenCalledWith(
			'This order is paid already.',
			'assertive'
		);
	} );
} );

describe( 'an order whose items were saved on the open page', () => {
	function saveItems(): void {
		const inside = document.querySelector(
			'#woocommerce-order-items .inside'
		);
		inside?.replaceChildren( document.createElement( 'div' ) );
	}

	beforeEach( () => {
		document.body.innerHTML =
			'<div id="woocommerce-order-items"><div class="inside"><div></div></div></div>';
	} );
	afterEach( () => {
		document.body.innerHTML = '';
	} );

	it( 'has its stale link marked, aloud too', async () => {
		client.list.mockResolvedValue( [ STALE ] );
		client.draft.mockResolvedValue( aDraft( { amount: 9500 } ) );
		showPanel( { links: [ OPEN ] } );

		act( saveItems );

		expect(
			await screen.findByRole( 'button', { name: /^Renew for €95\.00/ } )
		).toBeVisible();
		expect( speak ).toHaveBeenCalledWith(
			'PL-1001-1: This link asks €80.00, but the order owes €95.00 now.'
		);
	} );

	it( 'keeps what was done here while the answer was on its way', async () => {
		let answer: ( links: ( typeof OPEN )[] ) => void = () => undefined;
		client.list.mockReturnValueOnce(
			new Promise( ( resolve ) => {
				answer = resolve;
			} )
		);
		client.refresh.mockResolvedValue( { ...OPEN, status: 'declined' } );
		client.list.mockResolvedValue( [ { ...OPEN, status: 'declined' } ] );
		const user = showPanel( { links: [ OPEN ] } );
		act( saveItems );
		await user.click( button( 'Refresh PL-1001-1' ) );

		await act( async () => answer( [ OPEN ] ) );

		await waitFor( () => expect( client.list ).toHaveBeenCalledTimes( 2 ) );
		expect( screen.getByText( 'Declined' ) ).toBeVisible();
	} );
} );

describe( 'coming back to the page', () => {
	function comeBack( minutes: number ): void {
		jest.spyOn( Date, 'now' ).mockReturnValue(
			Date.now() + minutes * 60_000
		);
		act( () => {
			document.dispatchEvent( new Event( 'visibilitychange' ) );
		} );
	}

	afterEach( () => jest.restoreAllMocks() );

	it( 'after some minutes tells what somebody else did', async () => {
		client.list.mockResolvedValue( [ { ...OPEN, status: 'completed' } ] );
		showPanel( { links: [ OPEN ] } );

		comeBack( 5 );

		const words = 'PL-1001-1 has been paid meanwhile: €80.00.';
		const row = screen.getByRole( 'listitem' );
		expect( await within( row ).findByText( words ) ).toBeVisible();
		expect( speak ).toHaveBeenCalledWith( words );
	} );

	it( 'after a moment asks nothing', () => {
		showPanel( { links: [ OPEN ] } );

		comeBack( 1 );

		expect( client.list ).not.toHaveBeenCalled();
	} );

	it( 'to a shop that does not answer changes nothing', async () => {
		client.list.mockRejectedValue(
			readApiError( wire( 'error-unavailable.json' ) )
		);
		showPanel( { links: [ OPEN ] } );

		comeBack( 5 );

		await waitFor( () => expect( client.list ).toHaveBeenCalled() );
		expect( screen.getByText( 'Active' ) ).toBeVisible();
		expect( speak ).not.toHaveBeenCalled();
	} );
} );
