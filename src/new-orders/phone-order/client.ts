import { request } from '../../shared/api/client';
import type { PaymentMethodQuery } from '../../shared/api/payment-links';
import { linkSchema, type Link } from '../../shared/api/schemas';
import {
	customerResultsSchema,
	phoneDraftSchema,
	type CustomerResult,
	type PhoneDraft,
	type PhoneOrderBody,
} from './schemas';

/** Also asks for the payment methods that a site offers for an amount. */
type PhoneOrderDraftQuery = PaymentMethodQuery & {
	readonly currency: string;
};

/** The REST routes of phone orders. Each method rejects with an `ApiError`. */
export type PhoneOrderClient = {
	readonly draft: ( query?: PhoneOrderDraftQuery ) => Promise< PhoneDraft >;
	/** Finds customers and guests by the beginning of their name or e-mail address. */
	readonly customers: (
		search: string,
		signal: AbortSignal
	) => Promise< CustomerResult[] >;
	/** Creates an order and its link. Repeated requests with the same key create one order. */
	readonly create: ( body: PhoneOrderBody ) => Promise< Link >;
};

export const phoneOrderClient: PhoneOrderClient = {
	draft: ( query ) =>
		request( phoneDraftSchema, {
			path: `/links/draft${ queryString( query ) }`,
			signal: query?.signal,
		} ),
	customers: ( search, signal ) =>
		request( customerResultsSchema, {
			path: `/customers?search=${ encodeURIComponent( search ) }`,
			signal,
		} ),
	create: ( body ) =>
		request( linkSchema, { path: '/links', method: 'POST', data: body } ),
};

function queryString( query: PhoneOrderDraftQuery | undefined ): string {
	if ( query === undefined ) {
		return '';
	}

	const { site, amount, currency } = query;
	return `?gateways=${ encodeURIComponent(
		site
	) }&amount=${ amount }&currency=${ currency }`;
}
