import type { Balance, Draft } from '../../../shared/api/schemas';
import { aDraft, SHOP_TIME } from '../../../shared/test/wire';
import { aPhoneDraft } from '../../../shared/test/phone';
import { isAboveDue, remainderOf } from '../amount';
import { toCreateBody } from '../body';
import type { LinkFormValues } from '../fields';
import { initialState, linkFormReducer } from '../reducer';
import { initialValues } from '../values';

const HALF_PAID = { received: 3000, due: 5000 };

function valuesOf(
	draft: Draft,
	changes: Partial< LinkFormValues > = {}
): LinkFormValues {
	return { ...initialValues( draft, SHOP_TIME ), ...changes };
}

function draftOf( amount: number, balance: Partial< Balance > ): Draft {
	return aDraft( { amount }, [], balance );
}

function bodyOf( draft: Draft, changes: Partial< LinkFormValues > = {} ) {
	return toCreateBody(
		draft,
		valuesOf( draft, changes ),
		{ idempotencyKey: 'key-of-the-form', isAmountConfirmed: false },
		SHOP_TIME
	);
}

it.each( [
	[ 'the amount due', 5000, HALF_PAID, 'full' ],
	[ 'a deposit', 2000, HALF_PAID, 'partial' ],
	[ 'more than the amount due', 8000, HALF_PAID, 'partial' ],
	[ 'an order that is paid', 0, { due: 0, paid: true }, 'partial' ],
] as const )( 'is chosen for %s', ( _, amount, balance, kind ) => {
	expect( valuesOf( draftOf( amount, balance ) ).kind ).toBe( kind );
} );

describe( 'the request', () => {
	it( 'asks for the amount due now if the full amount is chosen', () => {
		expect(
			bodyOf( draftOf( 8000, { due: 5000 } ), {
				kind: 'full',
				amount: '80.00',
			} )
		).toMatchObject( { kind: 'full', amount: 5000 } );
	} );

	it.each( [
		[ '30', 'partial', 3000 ],
		[ '80', 'full', 8000 ],
		[ '90', 'partial', 9000 ],
	] )(
		'has for a partial amount of %s the kind %s',
		( amount, kind, sent ) => {
			expect(
				bodyOf( aDraft(), { kind: 'partial', amount } )
			).toMatchObject( {
				kind,
				amount: sent,
			} );
		}
	);

	it.each( [
		[ 'an order that is paid', draftOf( 0, { due: 0, paid: true } ) ],
		[ 'an order with nothing due', draftOf( 0, { due: 0 } ) ],
		[ 'a phone order', aPhoneDraft() ],
		[ 'another currency', draftOf( 8000, { currency: 'USD' } ) ],
	] )( 'has no kind for %s', ( _, draft ) => {
		const body = bodyOf( draft, { kind: 'full', amount: '30' } );

		expect( body ).toHaveProperty( 'amount', 3000 );
		expect( body ).not.toHaveProperty( 'kind' );
	} );
} );

it.each( [
	[ '30', 5000 ],
	[ '80', 0 ],
	[ '80,01', null ],
	[ '0', null ],
	[ 'thirty', null ],
] )( 'of %s leaves %s of 8000', ( amount, remainder ) => {
	expect(
		remainderOf(
			valuesOf( aDraft(), { kind: 'partial', amount } ),
			aDraft()
		)
	).toBe( remainder );
} );

it.each( [
	[ '80.00', aDraft(), false ],
	[ '79,99', aDraft(), false ],
	[ '80,01', aDraft(), true ],
	[ '0,01', draftOf( 0, { due: 0 } ), true ],
	[ 'eighty', aDraft(), false ],
	// Only the server knows the amount due.
	[ '80,01', aPhoneDraft(), false ],
	[ '80,01', draftOf( 8000, { currency: 'USD' } ), false ],
] )( 'of %s is compared with the amount due', ( amount, draft, expected ) => {
	expect(
		isAboveDue( valuesOf( draft, { kind: 'partial', amount } ), draft )
	).toBe( expected );
} );

it( 'is empty when a part is chosen, and kept once it was entered', () => {
	const start = initialState( { draft: aDraft(), time: SHOP_TIME } );
	const choose = ( state: typeof start, values: Partial< LinkFormValues > ) =>
		linkFormReducer( state, { type: 'changed', values } );

	const partial = choose( start, { kind: 'partial' } );
	expect( partial.values.amount ).toBe( '' );

	const entered = choose( partial, { amount: '30' } );
	expect(
		choose( choose( entered, { kind: 'full' } ), { kind: 'partial' } )
			.values.amount
	).toBe( '30' );
} );
