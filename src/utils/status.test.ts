import { aLink } from '../test/wire';
import { isPayable, openLinks, shownStatus, statusLabel } from './status';

const NOW = new Date( '2026-11-24T10:00:00Z' );
const ALARM = { code: 'amount_mismatch', message: 'Compare the amount.' };

it( 'does not call a link active for which another amount was paid', () => {
	const link = aLink( { status: 'active', alarm: ALARM } );
	const status = shownStatus( link, NOW );

	expect( statusLabel( status ) ).toBe( 'Paid, check amount' );
	expect( isPayable( status ) ).toBe( false );
	expect( openLinks( [ link ], NOW ) ).toEqual( [] );
} );

it( 'leaves the status of a paid link alone, whatever its alarm', () => {
	expect(
		shownStatus( aLink( { status: 'completed', alarm: ALARM } ), NOW )
	).toBe( 'completed' );
} );
