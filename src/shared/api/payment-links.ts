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

/** Also asks for the payment methods that a site offers for an amount. The server requests them from MultiSafepay. */
export type PaymentMethodQuery = {
	readonly site: string;
	/** In the smallest unit of the currency. The payment methods depend on it. */
	readonly amount: number;
	/** Aborts the request. */
	readonly signal?: AbortSignal;
};

/** Fields that are left out are copied from the original. */
type DuplicateLinkBody = Partial< CreateBody > & {
	readonly idempotency_key: string;
	/** Cancels the original after the new link has been created. */
	readonly cancel_original?: boolean;
	/** Uses the amount that is due now. */
	readonly renew?: boolean;
};

/** The amount is copied from the original order. */
type DuplicateOrderBody = Partial<
	Omit< CreateBody, 'amount' | 'currency' | 'confirm_amount' >
> & {
	readonly idempotency_key: string;
	/** Duplicates the order even if products are out of stock. */
	readonly confirm_stock?: boolean;
};

type Email = {
	readonly to: string;
	readonly message: string;
};

type Acknowledgement = {
	readonly note: string;
	/** Also marks the order as paid with this payment. */
	readonly accept_payment: boolean;
};

export type ShareChannel = 'whatsapp' | 'sms' | 'copy';

/** The REST routes of payment links. Each method rejects with an `ApiError`. */
export type PaymentLinksClient = {
	readonly list: (
		wcOrderId: number,
		signal?: AbortSignal
	) => Promise< Link[] >;
	readonly read: (
		linkId: number,
		signal?: AbortSignal
	) => Promise< LinkWithEvents >;
	readonly draft: (
		wcOrderId: number,
		query?: PaymentMethodQuery
	) => Promise< Draft >;
	/** The draft for a duplicate of the link. */
	readonly linkDraft: (
		linkId: number,
		query?: PaymentMethodQuery
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
	readonly cancel: ( linkId: number ) => Promise< Link >;
	/** Removes the alert of a link. */
	readonly acknowledge: (
		linkId: number,
		acknowledgement: Acknowledgement
	) => Promise< Link >;
	readonly email: ( linkId: number, email: Email ) => Promise< Link >;
	/** Records that staff sent the link themselves. */
	readonly share: (
		linkId: number,
		channel: ShareChannel
	) => Promise< Link >;
	readonly savePreferences: (
		preferences: Preferences
	) => Promise< Preferences >;
};

export const paymentLinksClient: PaymentLinksClient = {
	list: ( wcOrderId, signal ) =>
		request( linksSchema, {
			path: `/orders/${ wcOrderId }/links`,
			signal,
		} ),
	read: ( linkId, signal ) =>
		request( linkWithEventsSchema, {
			path: `/links/${ linkId }`,
			signal,
		} ),
	draft: ( wcOrderId, query ) =>
		request( draftSchema, {
			path: `/orders/${ wcOrderId }/draft${ queryString( query ) }`,
			signal: query?.signal,
		} ),
	linkDraft: ( linkId, query ) =>
		request( draftSchema, {
			path: `/links/${ linkId }/draft${ queryString( query ) }`,
			signal: query?.signal,
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
	cancel: ( linkId ) => postForLink( `/links/${ linkId }/cancel` ),
	acknowledge: ( linkId, acknowledgement ) =>
		postForLink( `/links/${ linkId }/acknowledge`, acknowledgement ),
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

function queryString( query: PaymentMethodQuery | undefined ): string {
	return query === undefined
		? ''
		: `?gateways=${ encodeURIComponent( query.site ) }&amount=${
				query.amount
		  }`;
}
