import { wire } from '../../test/wire';
import { readApiError } from '../error-body';

describe( 'an API error', () => {
	it( 'has code, status, fields and the error code of MultiSafepay', () => {
		expect( readApiError( wire( 'error-rejected.json' ) ) ).toMatchObject( {
			code: 'multisafepay_rejected',
			status: 422,
			errorCode: 1002,
			params: { currency: expect.stringContaining( 'not enabled' ) },
		} );
	} );

	it( 'has the link to reload', () => {
		expect(
			readApiError( wire( 'error-link-not-open.json' ) )
		).toMatchObject( {
			code: 'link_not_open',
			status: 409,
			linkId: 7,
		} );
	} );

	it( 'has the missing stock', () => {
		expect(
			readApiError( wire( 'error-insufficient-stock.json' ) )
		).toMatchObject( {
			code: 'insufficient_stock',
			missingStock: [ { name: 'Mug', required: 2, available: 1 } ],
		} );
	} );

	it( 'has the order that was created before its link failed', () => {
		expect(
			readApiError( {
				code: 'multisafepay_unavailable',
				message: 'Order 1002 is there.',
				data: {
					status: 502,
					wc_order_id: 1002,
					wc_order_number: '1002',
					edit_url: 'https://shop.example/1002',
				},
			} ).createdOrder
		).toEqual( { number: '1002', editUrl: 'https://shop.example/1002' } );
	} );

	it( 'treats the empty list of PHP as no fields', () => {
		const error = readApiError( {
			code: 'rest_invalid_param',
			message: 'No.',
			data: { status: 400, params: [] },
		} );

		expect( error.params ).toEqual( {} );
	} );

	it.each( [
		[ { code: 'offline_error', message: 'x' }, /offline/ ],
		[ { code: 'fetch_error', message: 'x' }, /did not answer/ ],
		[ { code: 'invalid_json', message: 'x' }, /unreadable/ ],
		[
			{
				code: 'rest_cookie_invalid_nonce',
				message: 'Cookie check failed',
				data: { status: 403 },
			},
			/session has expired/,
		],
		[
			{
				code: 'rest_forbidden',
				message: 'Sorry',
				data: { status: 401 },
			},
			/session has expired/,
		],
		[ new TypeError( 'x is not a function' ), /Something went wrong/ ],
		[ null, /Something went wrong/ ],
		[ '<html>', /Something went wrong/ ],
	] )( 'has a message for %j', ( thrown, text ) => {
		expect( readApiError( thrown ).message ).toMatch( text );
	} );
} );
