import { ApiError } from '../api/errors';
import { aDraft, SHOP_TIME } from '../test/wire';
import { initialState, linkFormReducer, type LinkFormState } from './reducer';

const START = initialState( { draft: aDraft(), time: SHOP_TIME } );

function refused( error: ConstructorParameters< typeof ApiError >[ 0 ] ) {
	return linkFormReducer( START, {
		type: 'refused',
		error: new ApiError( error ),
	} );
}

function changed( state: LinkFormState, values: object ): LinkFormState {
	return linkFormReducer( state, { type: 'changed', values } );
}

it( 'moves the suggested order ID along with the site', () => {
	const state = changed( START, { site: 'live' } );

	expect( state.values.order_id ).toBe( 'PL-1001-1' );
	expect( changed( state, { site: 'main' } ).values.order_id ).toBe(
		'PL-1001-2'
	);
} );

it( 'keeps an order ID that a person typed when the site changes', () => {
	const typed = changed( START, { order_id: 'VIP-7' } );

	expect( changed( typed, { site: 'live' } ).values.order_id ).toBe(
		'VIP-7'
	);
} );

it( 'shows the server’s words at their field until that field changes', () => {
	const state = refused( {
		code: 'rest_invalid_param',
		message: 'No.',
		status: 400,
		params: { 'customer.email': 'Bad.', order_id: 'Taken.', body: 'Bad.' },
	} );

	expect( state.serverErrors ).toEqual( {
		'customer.email': 'Bad.',
		order_id: 'Taken.',
	} );
	expect( changed( state, { order_id: 'VIP-7' } ).serverErrors ).toEqual( {
		'customer.email': 'Bad.',
	} );
} );

it( 'loses nothing that was typed when the server refuses', () => {
	const typed = changed( START, { description: 'Repair', amount: '75,50' } );
	const state = linkFormReducer( typed, {
		type: 'refused',
		error: new ApiError( { code: 'fetch_error', message: 'No.' } ),
	} );

	expect( state.values ).toEqual( typed.values );
} );

it.each( [
	[ { code: 'order_already_paid', message: 'Paid.', status: 409 }, true ],
	[
		{
			code: 'rest_invalid_param',
			message: 'No.',
			status: 400,
			params: { amount: 'The order owes 20.00 EUR.' },
		},
		true,
	],
	[
		{
			code: 'multisafepay_rejected',
			message: 'No.',
			status: 422,
			params: { amount: 'Too low.' },
		},
		false,
	],
	[ { code: 'fetch_error', message: 'No.' }, false ],
] )( 'knows whether %j asks for a confirmation', ( error, expected ) => {
	expect( refused( error ).serverAsksConfirmation ).toBe( expected );
} );

it( 'forgets the server’s word on the amount once a person confirmed it', () => {
	const state = refused( {
		code: 'rest_invalid_param',
		message: 'No.',
		status: 400,
		params: { amount: 'The order owes 20.00 EUR.' },
	} );

	const confirmed = linkFormReducer( state, {
		type: 'confirmed',
		confirmed: true,
	} );

	expect( confirmed.serverErrors ).toEqual( {} );
	expect( confirmed.confirmPaid ).toBe( true );
} );
