import { aLink } from '../../shared/test/wire';
import { chainLabels } from '../chain';

const FIRST = aLink( { id: 1, order_id: 'PL-1' } );
const SECOND = aLink( { id: 2, order_id: 'PL-2', duplicate_of: 1 } );

it( 'labels a duplicate and its open original', () => {
	const links = [ SECOND, FIRST ];

	expect( chainLabels( SECOND, links ) ).toEqual( [ 'Duplicate of PL-1' ] );
	expect( chainLabels( FIRST, links ) ).toEqual( [ 'Duplicated as PL-2' ] );
} );

it( 'labels a replacement and its cancelled original', () => {
	const cancelled = { ...FIRST, status: 'cancelled' as const };
	const links = [ SECOND, cancelled ];

	expect( chainLabels( SECOND, links ) ).toEqual( [ 'Replaces PL-1' ] );
	expect( chainLabels( cancelled, links ) ).toEqual( [ 'Replaced by PL-2' ] );
} );

it( 'ignores failed links and links of other orders', () => {
	const failed = { ...SECOND, status: 'failed' as const };
	const foreign = { ...SECOND, duplicate_of: 99 };

	expect( chainLabels( FIRST, [ failed, FIRST ] ) ).toEqual( [] );
	expect( chainLabels( failed, [ failed, FIRST ] ) ).toEqual( [] );
	expect( chainLabels( foreign, [ foreign, FIRST ] ) ).toEqual( [] );
} );
