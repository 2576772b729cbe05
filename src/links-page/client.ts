import apiFetch from '@wordpress/api-fetch';
import * as z from 'zod/mini';

import { request } from '../shared/api/client';
import { readApiError } from '../shared/api/error-body';
import { invalidResponse } from '../shared/api/errors';
import { environmentSchema, linksSchema } from '../shared/api/schemas';
import type { LinkPage } from './config';
import { filterQuery, listQuery, type View } from './view';

const totalsSchema = z.array(
	z.object( {
		state: z.enum( [ 'open', 'paid', 'expired' ] ),
		environment: environmentSchema,
		currency: z.string(),
		count: z.int(),
		amount: z.int(),
	} )
);

const columnsSchema = z.object( { hidden_columns: z.array( z.string() ) } );

export type Total = z.infer< typeof totalsSchema >[ number ];

/** The REST routes of the list. Each method rejects with an `ApiError`. */
export type LinksPageClient = {
	readonly list: ( view: View, signal?: AbortSignal ) => Promise< LinkPage >;
	readonly totals: ( view: View, signal?: AbortSignal ) => Promise< Total[] >;
	readonly hideColumns: ( columns: readonly string[] ) => Promise< void >;
};

export const linksPageClient: LinksPageClient = {
	list: fetchPage,
	totals: ( view, signal ) =>
		request( totalsSchema, {
			path: `/links/totals?${ filterQuery( view ) }`,
			signal,
		} ),
	hideColumns: async ( columns ) => {
		await request( columnsSchema, {
			path: '/preferences',
			method: 'PUT',
			data: { hidden_columns: columns },
		} );
	},
};

/** Loads a page of links. The number of all links is in the headers of the response. */
async function fetchPage(
	view: View,
	signal?: AbortSignal
): Promise< LinkPage > {
	let response: Response;
	let body: unknown;
	try {
		response = await apiFetch< Response, false >( {
			path: `/multisafepay-payment-links/v1/links?${ listQuery( view ) }`,
			parse: false,
			...( signal === undefined ? {} : { signal } ),
		} );
		body = await response.json();
	} catch ( thrown ) {
		throw readApiError(
			thrown instanceof Response
				? await thrown.json().catch( () => null )
				: thrown
		);
	}

	const links = linksSchema.safeParse( body );
	if ( ! links.success ) {
		throw invalidResponse();
	}

	return {
		links: links.data,
		total: Number( response.headers.get( 'X-WP-Total' ) ?? 0 ),
		has_more: response.headers.get( 'X-MultiSafepay-Has-More' ) === '1',
	};
}
