import type { PaymentLinksClient } from '../api/payment-links';
import type { CreateBody } from '../api/schemas';
import { aDraft, aLink } from './wire';

/** Default response of the mock client to a create request. */
export const NEW_LINK = aLink( {
	id: 8,
	order_id: 'PL-1001-2',
	payment_url: 'https://testpayv2.multisafepay.com/connect/new/',
} );

/** Mock of the REST client. Call `resetShop()` before each test. */
export const client = {
	list: mockOf< 'list' >(),
	read: mockOf< 'read' >(),
	draft: mockOf< 'draft' >(),
	linkDraft: mockOf< 'linkDraft' >(),
	create: mockOf< 'create' >(),
	duplicateLink: mockOf< 'duplicateLink' >(),
	duplicateOrder: mockOf< 'duplicateOrder' >(),
	refresh: mockOf< 'refresh' >(),
	cancel: mockOf< 'cancel' >(),
	acknowledge: mockOf< 'acknowledge' >(),
	email: mockOf< 'email' >(),
	share: mockOf< 'share' >(),
	savePreferences: mockOf< 'savePreferences' >(),
};

function mockOf< Name extends keyof PaymentLinksClient >() {
	return jest.fn<
		ReturnType< PaymentLinksClient[ Name ] >,
		Parameters< PaymentLinksClient[ Name ] >
	>();
}

export function resetShop(): void {
	jest.resetAllMocks();
	client.list.mockResolvedValue( [ aLink() ] );
	client.draft.mockResolvedValue( aDraft() );
	client.linkDraft.mockResolvedValue( aDraft() );
	client.create.mockResolvedValue( NEW_LINK );
	client.savePreferences.mockImplementation(
		async ( preferences ) => preferences
	);
}

export function sentBody( call: number ): CreateBody {
	const body = client.create.mock.calls[ call ]?.[ 1 ];
	if ( body === undefined ) {
		throw new Error( `Nothing was sent ${ call + 1 } times` );
	}
	return body;
}
