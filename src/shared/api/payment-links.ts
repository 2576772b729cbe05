import { request } from './client';
import {
	draftSchema,
	linkSchema,
	linksSchema,
	linkWithEventsSchema,
	preferencesSchema,
	type CreateBody,
	type Draft,
	type Link,
	type LinkWithEvents,
	type Preferences,
} from './schemas';

/** Asks for the payment methods of a site, too. MultiSafepay is called for them. */
export type GatewaysOf = {
	readonly site: string;
	/** In the currency's smallest unit: not every method takes every amount. */
	readonly amount: number;
	/** Ends the request when the answer is not wanted any more. */
	readonly signal?: AbortSignal;
};

/** Whatever is left out is the original's. */
export type DuplicateLinkBody = Partial< CreateBody > & {
	readonly idempotency_key: string;
	/** Only once the new link is there. */
	readonly retire_original?: boolean;
	/** Asks what the order owes now. */
	readonly renew?: boolean;
};

/** The copy costs what the original costs. */
export type DuplicateOrderBody = Partial<
	Omit< CreateBody, 'amount' | 'currency' | 'confirm_paid' >
> & {
	readonly idempotency_key: string;
	/** Copies it although goods are short. */
	readonly confirm_stock?: boolean;
};

export type Email = {
	/** One address. */
	readonly to: string;
	/** Plain text. */
	readonly message: string;
};

export type ShareChannel = 'whatsapp' | 'sms' | 'copy';

/** What the panel asks of the shop. Every method rejects with an `ApiError`. */
export type PaymentLinksClient = {
	readonly list: ( wcOrderId: number ) => Promise< Link[] >;
	readonly read: ( linkId: number ) => Promise< LinkWithEvents >;
	readonly draft: (
		wcOrderId: number,
		gatewaysOf?: GatewaysOf
	) => Promise< Draft >;
	/** The form of a duplicate. */
	readonly linkDraft: (
		linkId: number,
		gatewaysOf?: GatewaysOf
	) => Promise< Draft >;
	readonly create: ( wcOrderId: number, body: CreateBody ) => Promise< Link >;
	readonly duplicateLink: (
		linkId: number,
		body: DuplicateLinkBody
	) => Promise< Link >;
	readonly duplicateOrder: (
		wcOrderId: number,
		body: DuplicateOrderBody
	) => Promise< Link >;
	readonly refresh: (
		linkId: number,
		signal?: AbortSignal
	) => Promise< Link >;
	readonly retire: ( linkId: number ) => Promise< Link >;
	readonly email: ( linkId: number, email: Email ) => Promise< Link >;
	/** Notes that staff sent it themselves. */
	readonly share: (
		linkId: number,
		channel: ShareChannel
	) => Promise< Link >;
	readonly savePreferences: (
		preferences: Preferences
	) => Promise< Preferences >;
};

export const restClient: PaymentLinksClient = {
	list: ( wcOrderId ) =>
		request( linksSchema, { path: `/orders/${ wcOrderId }/links` } ),
	read: ( linkId ) =>
		request( linkWithEventsSchema, { path: `/links/${ linkId }` } ),
	draft: ( wcOrderId, gatewaysOf ) =>
		request( draftSchema, {
			path: `/orders/${ wcOrderId }/draft${ query( gatewaysOf ) }`,
			signal: gatewaysOf?.signal,
		} ),
	linkDraft: ( linkId, gatewaysOf ) =>
		request( draftSchema, {
			path: `/links/${ linkId }/draft${ query( gatewaysOf ) }`,
			signal: gatewaysOf?.signal,
		} ),
	create: ( wcOrderId, body ) =>
		postForLink( `/orders/${ wcOrderId }/links`, body ),
	duplicateLink: ( linkId, body ) =>
		postForLink( `/links/${ linkId }/duplicate`, body ),
	duplicateOrder: ( wcOrderId, body ) =>
		postForLink( `/orders/${ wcOrderId }/duplicate`, body ),
	refresh: ( linkId, signal ) =>
		request( linkSchema, {
			path: `/links/${ linkId }/refresh`,
			method: 'POST',
			signal,
		} ),
	retire: ( linkId ) => postForLink( `/links/${ linkId }/retire` ),
	email: ( linkId, email ) =>
		postForLink( `/links/${ linkId }/email`, email ),
	share: ( linkId, channel ) =>
		postForLink( `/links/${ linkId }/share`, { channel } ),
	savePreferences: ( preferences ) =>
		request( preferencesSchema, {
			path: '/preferences',
			method: 'PUT',
			data: preferences,
		} ),
};

function postForLink( path: string, data?: unknown ): Promise< Link > {
	return request( linkSchema, { path, method: 'POST', data } );
}

function query( gatewaysOf: GatewaysOf | undefined ): string {
	return gatewaysOf === undefined
		? ''
		: `?gateways=${ encodeURIComponent( gatewaysOf.site ) }&amount=${
				gatewaysOf.amount
		  }`;
}
