import { wire } from '../../test/wire';
import { linkSchema } from '../schemas';

describe( 'a link', () => {
	function linkWith( changes: object ): unknown {
		return { ...Object( wire( 'link.json' ) ), ...changes };
	}

	it.each( [
		[ 'a fraction as amount', { amount: 80.5 } ],
		[ 'an amount in words', { amount: '8000' } ],
		[ 'an unknown status', { status: 'paid' } ],
		[ 'a local time', { created_at: '2026-11-24 10:00:00' } ],
		[ 'a script as address', { payment_url: 'javascript:alert(1)' } ],
	] )( 'is rejected with %s', ( _, changes ) => {
		expect( linkSchema.safeParse( linkWith( changes ) ).success ).toBe(
			false
		);
	} );

	it( 'has no unknown fields such as an API key', () => {
		const parsed = linkSchema.parse( linkWith( { api_key: 'secret' } ) );

		expect( JSON.stringify( parsed ) ).not.toContain( 'secret' );
	} );
} );
