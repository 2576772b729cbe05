import { aLink } from '../test/wire';
import { chainWords } from './chain';

const FIRST = aLink( { id: 1, order_id: 'PL-1' } );
const SECOND = aLink( { id: 2, order_id: 'PL-2', duplicate_of: 1 } );

it( 'says of a link and its open original that one copies the other', () => {
	const links = [ SECOND, FIRST ];

	expect( chainWords( SECOND, links ) ).toEqual( [ 'Duplicate of PL-1' ] );
	expect( chainWords( FIRST, links ) ).toEqual( [ 'Duplicated as PL-2' ] );
} );

it( 'says that one took the place of the other once that is retired', () => {
	const retired = { ...FIRST, status: 'cancelled' as const };
	const links = [ SECOND, retired ];

	expect( chainWords( SECOND, links ) ).toEqual( [ 'Replaces PL-1' ] );
	expect( chainWords( retired, links ) ).toEqual( [ 'Replaced by PL-2' ] );
} );

it( 'says nothing of attempts that failed, nor of the link of another order', () => {
	const failed = { ...SECOND, status: 'failed' as const };
	const foreign = { ...SECOND, duplicate_of: 99 };

	expect( chainWords( FIRST, [ failed, FIRST ] ) ).toEqual( [] );
	expect( chainWords( failed, [ failed, FIRST ] ) ).toEqual( [] );
	expect( chainWords( foreign, [ foreign, FIRST ] ) ).toEqual( [] );
} );
