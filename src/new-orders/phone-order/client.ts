import { request } from '../api/client';
import { linkSchema, type Link } from '../api/schemas';
import {
	foundCustomersSchema,
	phoneDraftSchema,
	type FoundCustomer,
	type PhoneDraft,
	type PhoneOrderBody,
} from './schemas';

/** Asks for the payment methods of a site, too. */
export type MethodsOf = {
	readonly site: string;
	/** In the currency's smallest unit. */
	readonly amount: number;
	readonly currency: string;
	readonly signal: AbortSignal;
};

/** What phone orders ask of the shop. Every method rejects with an `ApiError`. */
export type PhoneOrderClient = {
	readonly draft: ( methodsOf?: MethodsOf ) => Promise< PhoneDraft >;
	/** Customers with an account and guests, by the beginning of a name or an e-mail address. */
	readonly customers: (
		search: string,
		signal: AbortSignal
	) => Promise< FoundCustomer[] >;
	/** Makes an order and its link; the same key never makes two. */
	readonly create: ( body: PhoneOrderBody ) => Promise< Link >;
};

export const phoneOrderClient: PhoneOrderClient = {
	draft: ( methodsOf ) =>
		request( phoneDraftSchema, {
			path: `/links/draft${ query( methodsOf ) }`,
			signal: methodsOf?.signal,
		} ),
	customers: ( search, signal ) =>
		request( foundCustomersSchema, {
			path: `/customers?search=${ encodeURIComponent( search ) }`,
			signal,
		} ),
	create: ( body ) =>
		request( linkSchema, { path: '/links', method: 'POST', data: body } ),
};

function query( methodsOf: MethodsOf | undefined ): string {
	if ( methodsOf === undefined ) {
		return '';
	}

	const { site, amount, currency } = methodsOf;
	return `?gateways=${ encodeURIComponent(
		site
	) }&amount=${ amount }&currency=${ currency }`;
}
