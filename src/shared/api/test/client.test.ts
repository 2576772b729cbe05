import apiFetch from '@wordpress/api-fetch';

import { aLink, wire } from '../../test/wire';
import { ApiError } from '../errors';
import { paymentLinksClient } from '../payment-links';
import { createBodySchema } from '../schemas';

jest.mock( '@wordpress/api-fetch' );

const send = jest.mocked( apiFetch );

it( 'sends one request and parses the response', async () => {
	send.mockResolvedValue( wire( 'link.json' ) );
	const body = createBodySchema.parse( wire( 'create-body.json' ) );

	await expect( paymentLinksClient.create( 1001, body ) ).resolves.toEqual(
		aLink()
	);
	expect( send ).toHaveBeenCalledWith( {
		path: '/multisafepay-payment-links/v1/orders/1001/links',
		method: 'POST',
		data: body,
	} );
} );

it.each( [
	[ '/orders/7/links', 'links.json', () => paymentLinksClient.list( 7 ) ],
	[ '/links/7', 'link-with-events.json', () => paymentLinksClient.read( 7 ) ],
	[ '/orders/7/draft', 'draft.json', () => paymentLinksClient.draft( 7 ) ],
	[ '/links/7/draft', 'draft.json', () => paymentLinksClient.linkDraft( 7 ) ],
	[
		'/orders/7/draft?gateways=a%26b&amount=50',
		'draft.json',
		() => paymentLinksClient.draft( 7, { site: 'a&b', amount: 50 } ),
	],
] )( 'reads %s', async ( path, answer, ask ) => {
	send.mockResolvedValue( wire( answer ) );

	await expect( ask() ).resolves.toEqual( wire( answer ) );
	expect( send ).toHaveBeenCalledWith( {
		path: `/multisafepay-payment-links/v1${ path }`,
		method: 'GET',
	} );
} );

const RENEWAL = { idempotency_key: 'key-of-this-one', renew: true };
const COPY = { idempotency_key: 'key-of-this-one', confirm_stock: true };
const EMAIL = { to: 'eva@example.com', message: 'As agreed.' };

it.each( [
	[
		'POST',
		'/links/7/refresh',
		undefined,
		() => paymentLinksClient.refresh( 7 ),
	],
	[
		'POST',
		'/links/7/cancel',
		undefined,
		() => paymentLinksClient.cancel( 7 ),
	],
	[
		'POST',
		'/links/7/duplicate',
		RENEWAL,
		() => paymentLinksClient.duplicateLink( 7, RENEWAL ),
	],
	[
		'POST',
		'/orders/7/duplicate',
		COPY,
		() => paymentLinksClient.duplicateOrder( 7, COPY ),
	],
	[
		'POST',
		'/links/7/email',
		EMAIL,
		() => paymentLinksClient.email( 7, EMAIL ),
	],
	[
		'POST',
		'/links/7/share',
		{ channel: 'sms' },
		() => paymentLinksClient.share( 7, 'sms' ),
	],
] )( 'does %s %s', async ( method, path, data, ask ) => {
	send.mockResolvedValue( wire( 'link.json' ) );

	await expect( ask() ).resolves.toEqual( aLink() );
	expect( send ).toHaveBeenCalledWith( {
		path: `/multisafepay-payment-links/v1${ path }`,
		method,
		...( data === undefined ? {} : { data } ),
	} );
} );

it( 'saves the preferences', async () => {
	send.mockResolvedValue( { advanced: true } );

	await paymentLinksClient.savePreferences( { advanced: true } );

	expect( send ).toHaveBeenCalledWith( {
		path: '/multisafepay-payment-links/v1/preferences',
		method: 'PUT',
		data: { advanced: true },
	} );
} );

it.each( [ null, '', [], { ok: true } ] )(
	'rejects the response %j',
	async ( answer ) => {
		send.mockResolvedValue( answer );

		const failure = await paymentLinksClient
			.refresh( 7 )
			.catch( ( error: unknown ) => error );

		expect( failure ).toBeInstanceOf( ApiError );
		expect( failure ).toMatchObject( {
			code: 'invalid_response',
			status: null,
		} );
	}
);

it( 'converts an error response to an ApiError', async () => {
	send.mockRejectedValue( wire( 'error-invalid-param.json' ) );

	await expect( paymentLinksClient.list( 1001 ) ).rejects.toMatchObject( {
		code: 'rest_invalid_param',
		params: { 'customer.email': 'This is not an e-mail address.' },
	} );
} );
