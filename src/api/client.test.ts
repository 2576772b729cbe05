import apiFetch from '@wordpress/api-fetch';

import { aLink, wire } from '../test/wire';
import { ApiError } from './errors';
import { restClient } from './payment-links';
import { createBodySchema } from './schemas';

jest.mock( '@wordpress/api-fetch' );

const send = jest.mocked( apiFetch );

it( 'asks for one thing at one address and returns it parsed', async () => {
	send.mockResolvedValue( wire( 'link.json' ) );
	const body = createBodySchema.parse( wire( 'create-body.json' ) );

	await expect( restClient.create( 1001, body ) ).resolves.toEqual( aLink() );
	expect( send ).toHaveBeenCalledWith( {
		path: '/multisafepay-payment-links/v1/orders/1001/links',
		method: 'POST',
		data: body,
	} );
} );

it.each( [
	[ 'list', '/orders/1001/links', 'GET' ],
	[ 'draft', '/orders/1001/draft', 'GET' ],
	[ 'refresh', '/links/1001/refresh', 'POST' ],
] as const )( '%s uses %s', async ( method, path, verb ) => {
	const answers = {
		list: wire( 'links.json' ),
		draft: wire( 'draft.json' ),
		refresh: wire( 'link.json' ),
	};
	send.mockResolvedValue( answers[ method ] );

	await restClient[ method ]( 1001 );

	expect( send ).toHaveBeenCalledWith( {
		path: `/multisafepay-payment-links/v1${ path }`,
		method: verb,
	} );
} );

it.each( [ null, '', [], { ok: true } ] )(
	'says so when the answer is %j instead of a link',
	async ( answer ) => {
		send.mockResolvedValue( answer );

		const failure = await restClient
			.refresh( 7 )
			.catch( ( error: unknown ) => error );

		expect( failure ).toBeInstanceOf( ApiError );
		expect( failure ).toMatchObject( {
			code: 'invalid_response',
			status: null,
		} );
	}
);

it( 'turns a refusal into an ApiError', async () => {
	send.mockRejectedValue( wire( 'error-invalid-param.json' ) );

	await expect( restClient.list( 1001 ) ).rejects.toMatchObject( {
		code: 'rest_invalid_param',
		params: { 'customer.email': 'This is not an e-mail address.' },
	} );
} );
