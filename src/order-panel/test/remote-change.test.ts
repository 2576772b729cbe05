import { aLink } from '../../shared/test/wire';
import { findRemoteChanges, remoteChangeMessage } from '../remote-change';

const NOW = new Date( '2026-11-24T12:00:00Z' );
const LINK = aLink();

it( 'finds new links and links with another status', () => {
	const paid = { ...LINK, status: 'completed' as const };
	const created = aLink( { id: 8, order_id: 'PL-1001-2' } );

	expect( findRemoteChanges( [ LINK ], [ created, paid ], NOW ) ).toEqual( [
		created,
		paid,
	] );
} );

it( 'ignores links that expired, which the row already shows', () => {
	const after = new Date( '2026-12-25T00:00:00Z' );
	const expired = { ...LINK, status: 'expired' as const };

	expect( findRemoteChanges( [ LINK ], [ expired ], after ) ).toEqual( [] );
} );

it.each( [
	[ 'completed', 'PL-1001-1 has been paid meanwhile: €80.00.' ],
	[
		'cancelled',
		'PL-1001-1 has been cancelled meanwhile: nobody can pay it any more.',
	],
	[ 'chargeback', 'News of PL-1001-1: it is Chargeback now.' ],
] as const )( 'describes %s', ( status, text ) => {
	expect( remoteChangeMessage( { ...LINK, status }, NOW ) ).toBe( text );
} );
