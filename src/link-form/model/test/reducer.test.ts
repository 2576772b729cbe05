import { ApiError } from '../../../shared/api/errors';
import { aDraft, SHOP_TIME } from '../../../shared/test/wire';
import { initialState, linkFormReducer, type LinkFormState } from '../reducer';

const START = initialState( { draft: aDraft(), time: SHOP_TIME } );

function failed(
	error: ConstructorParameters< typeof ApiError >[ 0 ],
	state = changed( START, { kind: 'partial', amount: '80' } )
) {
	return linkFormReducer( state, {
		type: 'failed',
		error: new ApiError( error ),
	} );
}

function changed( state: LinkFormState, values: object ): LinkFormState {
	return linkFormReducer( state, { type: 'changed', values } );
}

it( 'changes the suggested order ID with the site', () => {
	const state = changed( START, { site: 'live' } );

	expect( state.values.order_id ).toBe( 'PL-1001-1' );
	expect( changed( state, { site: 'main' } ).values.order_id ).toBe(
		'PL-1001-2'
	);
} );

it( 'keeps an entered order ID when the site changes', () => {
	const typed = changed( START, { order_id: 'VIP-7' } );

	expect( changed( typed, { site: 'live' } ).values.order_id ).toBe(
		'VIP-7'
	);
} );

it( 'shows errors of the server until their field changes', () => {
	const state = failed( {
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

it( 'keeps the input when the server rejects it', () => {
	const typed = changed( START, { description: 'Repair', amount: '75,50' } );
	const state = linkFormReducer( typed, {
		type: 'failed',
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
] )( 'detects whether %j needs a confirmation', ( error, expected ) => {
	expect( failed( error ).serverNeedsConfirmation ).toBe( expected );
} );

it( 'needs no confirmation of the full amount when another amount is due by now', () => {
	const rejected = {
		code: 'rest_invalid_param',
		message: 'No.',
		status: 400,
		params: { amount: 'The amount due is 20.00 EUR.' },
	};
	expect( failed( rejected, START ).serverNeedsConfirmation ).toBe( false );

	const full = changed( failed( rejected ), { kind: 'full' } );
	expect( full.serverNeedsConfirmation ).toBe( false );
} );

it( 'removes the error of the amount when it is confirmed', () => {
	const state = failed( {
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
	expect( confirmed.isAmountConfirmed ).toBe( true );
} );
