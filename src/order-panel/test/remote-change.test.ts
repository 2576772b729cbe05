import { aLink } from '../test/wire';
import { newsOf, newsWords } from './news';

const NOW = new Date( '2026-11-24T12:00:00Z' );
const LINK = aLink();

it( 'finds links that changed their status and links that are new', () => {
	const paid = { ...LINK, status: 'completed' as const };
	const made = aLink( { id: 8, order_id: 'PL-1001-2' } );

	expect( newsOf( [ LINK ], [ made, paid ], NOW ) ).toEqual( [ made, paid ] );
} );

it( 'takes it for no news that a link ran out, which the row shows by itself', () => {
	const after = new Date( '2026-12-25T00:00:00Z' );
	const expired = { ...LINK, status: 'expired' as const };

	expect( newsOf( [ LINK ], [ expired ], after ) ).toEqual( [] );
} );

it.each( [
	[ 'completed', 'PL-1001-1 has been paid meanwhile: €80.00.' ],
	[
		'cancelled',
		'PL-1001-1 has been retired meanwhile: nobody can pay it any more.',
	],
	[ 'chargeback', 'News of PL-1001-1: it is Chargeback now.' ],
] as const )( 'says what %s means', ( status, words ) => {
	expect( newsWords( { ...LINK, status }, NOW ) ).toBe( words );
} );
