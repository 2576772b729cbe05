import { request } from './client';
import {
	draftSchema,
	linkSchema,
	linksSchema,
	type CreateBody,
	type Draft,
	type Link,
} from './schemas';

/** What the panel asks of the shop. Every method rejects with an `ApiError`. */
export type PaymentLinksClient = {
	readonly list: ( wcOrderId: number ) => Promise< Link[] >;
	readonly draft: ( wcOrderId: number ) => Promise< Draft >;
	readonly create: ( wcOrderId: number, body: CreateBody ) => Promise< Link >;
	readonly refresh: ( linkId: number ) => Promise< Link >;
};

export const restClient: PaymentLinksClient = {
	list: ( wcOrderId ) =>
		request( linksSchema, { path: `/orders/${ wcOrderId }/links` } ),
	draft: ( wcOrderId ) =>
		request( draftSchema, { path: `/orders/${ wcOrderId }/draft` } ),
	create: ( wcOrderId, body ) =>
		request( linkSchema, {
			path: `/orders/${ wcOrderId }/links`,
			method: 'POST',
			data: body,
		} ),
	refresh: ( linkId ) =>
		request( linkSchema, {
			path: `/links/${ linkId }/refresh`,
			method: 'POST',
		} ),
};
