import { SHOP_TIME, aLink, anAlert } from '../../shared/test/wire';
import { isLinkStatus, LINK_STATUSES } from '../../shared/utils/link-statuses';
import { eligibleActions, LINK_ACTIONS } from '../actions';

function idsOf( change: Parameters< typeof aLink >[ 0 ] ): string[] {
	return eligibleActions(
		aLink( { expires_at: null, ...change } ),
		SHOP_TIME.now
	).map( ( { id } ) => id );
}

const ALWAYS = [ 'refresh', 'duplicate', 'history' ];
const PAYABLE = [ 'copy', 'open', 'qr', 'waiting', 'email' ];

it.each( [
	[ 'active', [ ...PAYABLE, ...ALWAYS, 'cancel' ] ],
	[ 'declined', [ ...PAYABLE, ...ALWAYS, 'cancel' ] ],
	[ 'creating', [ 'refresh', 'history' ] ],
	[ 'failed', [ 'duplicate', 'history' ] ],
	...Object.keys( LINK_STATUSES )
		.filter( isLinkStatus )
		.filter(
			( status ) =>
				! [ 'active', 'declined', 'creating', 'failed' ].includes(
					status
				)
		)
		.map( ( status ) => [ status, ALWAYS ] as const ),
] as const )( 'are, for the status %s, %j', ( status, ids ) => {
	expect( idsOf( { status } ) ).toEqual( ids );
} );

it( 'do not include payment after the link has expired', () => {
	expect(
		idsOf( { status: 'active', expires_at: '2026-11-24T09:59:59Z' } )
	).toEqual( ALWAYS );
} );

it( 'include cancelling, but no payment, for an open link without an address', () => {
	expect( idsOf( { status: 'active', payment_url: null } ) ).toEqual( [
		...ALWAYS,
		'cancel',
	] );
} );

it( 'include renewing for a stale link', () => {
	expect( idsOf( { stale: true } ) ).toContain( 'renew' );
} );

it.each( [
	[ true, [ 'accept', 'acknowledge' ] ],
	[ false, [ 'acknowledge' ] ],
] )(
	'resolve the alert of a payment that can be accepted (%s)',
	( canBeAccepted, ids ) => {
		expect(
			idsOf( {
				status: 'completed',
				alert: anAlert( { can_be_accepted: canBeAccepted } ),
			} )
		).toEqual( [ ...ids, ...ALWAYS ] );
	}
);

it( 'have unique IDs', () => {
	const ids = LINK_ACTIONS.map( ( { id } ) => id );

	expect( new Set( ids ).size ).toBe( ids.length );
} );

it( 'are also offered for several links at once', () => {
	expect(
		LINK_ACTIONS.filter( ( { supportsBulk } ) => supportsBulk ).map(
			( { id } ) => id
		)
	).toEqual( [ 'email', 'create', 'renew', 'refresh', 'cancel' ] );
} );
