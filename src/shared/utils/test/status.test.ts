import { aLink, anAlert } from '../../test/wire';
import { isPayable, openLinks, displayStatus, statusLabel } from '../status';

const NOW = new Date( '2026-11-24T10:00:00Z' );
const ALERT = anAlert( { code: 'amount_mismatch' } );

it( 'is not active when another amount was paid', () => {
	const link = aLink( { status: 'active', alert: ALERT } );
	const status = displayStatus( link, NOW );

	expect( statusLabel( status ) ).toBe( 'Paid, check amount' );
	expect( isPayable( status ) ).toBe( false );
	expect( openLinks( [ link ], NOW ) ).toEqual( [] );
} );

it( 'is not changed by an alert for a paid link', () => {
	expect(
		displayStatus( aLink( { status: 'completed', alert: ALERT } ), NOW )
	).toBe( 'completed' );
} );
