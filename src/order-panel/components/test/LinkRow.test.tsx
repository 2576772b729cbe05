import { act, screen, waitFor, within } from '@testing-library/react';
import { speak } from '@wordpress/a11y';

import { readApiError } from '../../../shared/api/error-body';
import { ApiError } from '../../../shared/api/errors';
import { NEW_LINK, client, resetShop } from '../../../shared/test/client';
import { button, createAnother, showPanel } from '../../../shared/test/panel';
import { aDraft, aLink, anAlert, wire } from '../../../shared/test/wire';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

beforeEach( resetShop );

const OPEN = aLink( { expires_at: '2099-01-01T00:00:00Z' } );
const STALE = { ...OPEN, stale: true };
const DUE = { links: [ STALE ], draft: aDraft( { amount: 9500 } ) };

describe( 'a paid link', () => {
	it( 'shows date, payment method and transaction', () => {
		showPanel( {
			links: [
				aLink( {
					status: 'completed',
					paid_at: '2026-11-24T12:00:00Z',
					payment_method: 'iDEAL',
					transaction_id: '4007',
				} ),
			],
		} );

		const row = screen.getByRole( 'listitem' );
		expect( row ).toHaveTextContent( /Paid .*2026/ );
		expect( row ).toHaveTextContent( 'Paid with iDEAL' );
		expect( row ).toHaveTextContent( 'Transaction 4007' );
	} );

	it.each( [ 'active', 'declined', 'uncleared' ] as const )(
		'does not include a link with the status %s, although it has a transaction',
		( status ) => {
			showPanel( {
				links: [
					aLink( {
						status,
						payment_method: 'iDEAL',
						transaction_id: '4007',
					} ),
				],
			} );

			expect( screen.getByRole( 'listitem' ) ).not.toHaveTextContent(
				/Paid with|Transaction/
			);
		}
	);

	it( 'warns while the payment is not cleared', () => {
		showPanel( { links: [ aLink( { status: 'uncleared' } ) ] } );

		expect( screen.getByText( /Wait before you ship/ ) ).toBeVisible();
	} );

	it.each( [
		[ 'refunded', 'Refunded' ],
		[ 'partial_refunded', 'Partially refunded' ],
		[ 'chargeback', 'Chargeback' ],
	] as const )( 'shows that it is %s', ( status, text ) => {
		showPanel( { links: [ aLink( { status } ) ] } );

		expect( screen.getByText( text ) ).toBeVisible();
		expect(
			screen.queryByRole( 'button', { name: /Cancel link/ } )
		).toBeNull();
	} );
} );

it( 'shows an alert with a link to the row that explains it', async () => {
	const user = showPanel( {
		links: [
			aLink( {
				status: 'completed',
				alert: anAlert( { message: 'Paid twice.' } ),
			} ),
			aLink( { id: 6, order_id: 'PL-1001-0' } ),
		],
	} );
	const [ row ] = screen.getAllByRole( 'listitem' );
	expect( row ).toHaveTextContent( 'Paid twice.' );

	expect(
		screen.getByText( /wrong with the payment of PL-1001-1/ )
	).toBeVisible();
	await user.click( button( 'See what to do about PL-1001-1' ) );

	expect( row ).toHaveFocus();
} );

it( 'shows which link replaced which', () => {
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
	it( 'shows both amounts and is renewed with one click', async () => {
		client.duplicateLink.mockResolvedValue( { ...NEW_LINK, amount: 9500 } );
		client.list.mockResolvedValue( [
			{ ...NEW_LINK, amount: 9500, duplicate_of: 7 },
			{ ...OPEN, status: 'cancelled' },
		] );
		const user = showPanel( DUE );
		expect(
			screen.getByText( /this link is for €80\.00, €95\.00 is due/ )
		).toBeVisible();

		await user.click( button( /^Renew for €95\.00/ ) );

		expect( client.duplicateLink ).toHaveBeenCalledWith( 7, {
			idempotency_key: expect.stringMatching( /^[\w-]{8,64}$/ ),
			renew: true,
			cancel_original: true,
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

	it( 'is renewed with the same key until that succeeds', async () => {
		client.duplicateLink.mockRejectedValueOnce(
			new ApiError( { code: 'fetch_error', message: 'No answer.' } )
		);
		client.duplicateLink.mockResolvedValue( NEW_LINK );
		client.list.mockResolvedValue( [ STALE ] );
		const user = showPanel( DUE );

		await user.click( button( /^Renew/ ) );
		expect(
			await screen.findByText( /you will get one link, not two/ )
		).toBeVisible();
		await user.click( button( /^Renew/ ) );
		await screen.findByRole( 'textbox', { name: 'Payment link' } );

		const [ first, second ] = client.duplicateLink.mock.calls;
		expect( second?.[ 1 ] ).toEqual( first?.[ 1 ] );
	} );

	it( 'is renewed with a new key the next time', async () => {
		client.duplicateLink.mockResolvedValue( NEW_LINK );
		client.list.mockResolvedValue( [ STALE ] );
		const user = showPanel( DUE );

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

	it( 'cannot be renewed when no amount is due', () => {
		showPanel( { links: [ STALE ], draft: aDraft( { amount: 0 } ) } );

		expect( screen.getByText( /Nothing is due any more/ ) ).toBeVisible();
		expect( screen.queryByRole( 'button', { name: /^Renew/ } ) ).toBeNull();
	} );

	it( 'is not renewed if it has an alert, because money was paid', () => {
		showPanel( { ...DUE, links: [ { ...STALE, alert: anAlert() } ] } );

		expect( screen.queryByRole( 'button', { name: /^Renew/ } ) ).toBeNull();
	} );

	it( 'cannot be renewed while a form is open', async () => {
		const user = showPanel( DUE );
		await createAnother( user );

		expect( screen.getByText( /€95\.00 is due/ ) ).toBeVisible();
		expect( screen.queryByRole( 'button', { name: /^Renew/ } ) ).toBeNull();
	} );

	it( 'shows a remote change when the order is already paid', async () => {
		client.duplicateLink.mockRejectedValue(
			new ApiError( {
				code: 'order_already_paid',
				message: 'This order is paid already.',
				status: 409,
			} )
		);
		client.list.mockResolvedValue( [ { ...OPEN, status: 'completed' } ] );
		const user = showPanel( DUE );

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

describe( 'saving the items of the order', () => {
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

	it( 'marks a stale link and announces it', async () => {
		client.list.mockResolvedValue( [ STALE ] );
		client.draft.mockResolvedValue( aDraft( { amount: 9500 } ) );
		showPanel( { links: [ OPEN ] } );

		act( saveItems );

		expect(
			await screen.findByRole( 'button', { name: /^Renew for €95\.00/ } )
		).toBeVisible();
		expect( speak ).toHaveBeenCalledWith(
			'PL-1001-1: The amount due has changed: this link is for €80.00, €95.00 is due.'
		);
	} );

	it( 'does not overwrite later changes with an outdated response', async () => {
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

describe( 'the balance', () => {
	const HALF_PAID = aDraft( { amount: 5000 }, [], {
		received: 3000,
		due: 5000,
	} );

	it( 'is not shown before something was received or refunded', () => {
		showPanel( { links: [ OPEN ] } );

		expect( screen.queryByText( /· Due/ ) ).toBeNull();
	} );

	it.each( [
		[ { received: 3000, due: 5000 }, 'Paid €30.00 · Due €50.00' ],
		[ { refunded: 1000, due: 7000 }, 'Refunded €10.00 · Due €70.00' ],
		[
			{ received: 3000, refunded: 1000, due: 4000 },
			'Paid €30.00 · Refunded €10.00 · Due €40.00',
		],
	] )( 'of %j is shown above the links', ( balance, text ) => {
		showPanel( { links: [ OPEN ], draft: aDraft( {}, [], balance ) } );

		expect(
			screen
				.getByText( text )
				.compareDocumentPosition( screen.getByRole( 'list' ) )
		).toBe( Node.DOCUMENT_POSITION_FOLLOWING );
	} );

	it( 'is read again after a refresh that found a payment, and fills in the rest', async () => {
		const paid = { ...OPEN, amount: 3000, status: 'completed' as const };
		client.refresh.mockResolvedValue( paid );
		client.list.mockResolvedValue( [ paid ] );
		client.draft.mockResolvedValue( HALF_PAID );
		const user = showPanel( { links: [ { ...OPEN, amount: 3000 } ] } );

		await user.click( button( 'Refresh PL-1001-1' ) );

		expect(
			await screen.findByText( 'Paid €30.00 · Due €50.00' )
		).toBeVisible();
		expect( client.draft ).toHaveBeenCalledTimes( 1 );
		await user.click( button( 'Generate payment link' ) );
		expect(
			await screen.findByRole( 'radio', { name: 'Full amount (€50.00)' } )
		).toBeChecked();
		expect( client.draft ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'is not read again after a refresh that found nothing', async () => {
		client.refresh.mockResolvedValue( OPEN );
		const user = showPanel( { links: [ OPEN ] } );

		await user.click( button( 'Refresh PL-1001-1' ) );
		await screen.findByText( /Checked at MultiSafepay/ );

		expect( client.draft ).not.toHaveBeenCalled();
	} );
} );

describe( 'returning to the page', () => {
	function returnAfter( minutes: number ): void {
		jest.spyOn( Date, 'now' ).mockReturnValue(
			Date.now() + minutes * 60_000
		);
		act( () => {
			document.dispatchEvent( new Event( 'visibilitychange' ) );
		} );
	}

	afterEach( () => jest.restoreAllMocks() );

	it( 'shows and announces remote changes after some minutes', async () => {
		client.list.mockResolvedValue( [ { ...OPEN, status: 'completed' } ] );
		showPanel( { links: [ OPEN ] } );

		returnAfter( 5 );

		const text = 'PL-1001-1 has been paid meanwhile: €80.00.';
		const row = screen.getByRole( 'listitem' );
		expect( await within( row ).findByText( text ) ).toBeVisible();
		expect( speak ).toHaveBeenCalledWith( text );
	} );

	it( 'sends no request after a short time', () => {
		showPanel( { links: [ OPEN ] } );

		returnAfter( 1 );

		expect( client.list ).not.toHaveBeenCalled();
	} );

	it( 'changes nothing when the request fails', async () => {
		client.list.mockRejectedValue(
			readApiError( wire( 'error-unavailable.json' ) )
		);
		showPanel( { links: [ OPEN ] } );

		returnAfter( 5 );

		await waitFor( () => expect( client.list ).toHaveBeenCalled() );
		expect( screen.getByText( 'Active' ) ).toBeVisible();
		expect( speak ).not.toHaveBeenCalled();
	} );
} );
