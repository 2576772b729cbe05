import apiFetch from '@wordpress/api-fetch';
import type { ZodMiniType } from 'zod/mini';

import { readApiError } from './error-body';
import { invalidResponse } from './errors';

const NAMESPACE = '/multisafepay-payment-links/v1';

type RequestOptions = {
	/** Path below the plugin's namespace, with a leading slash: `/settings`. */
	path: string;
	method?: 'GET' | 'POST' | 'PUT';
	data?: unknown;
	/** Ends the request; what it rejects with is then of no use. */
	signal?: AbortSignal | undefined;
};

/**
 * Sends one request and returns the answer in the shape of the schema.
 *
 * @throws {ApiError} With words for staff, whatever went wrong.
 */
export async function request< T >(
	schema: ZodMiniType< T >,
	{ path, method = 'GET', data, signal }: RequestOptions
): Promise< T > {
	let answer: unknown;
	try {
		answer = await apiFetch< unknown >( {
			path: NAMESPACE + path,
			method,
			...( data === undefined ? {} : { data } ),
			...( signal === undefined ? {} : { signal } ),
		} );
	} catch ( thrown ) {
		throw readApiError( thrown );
	}

	const parsed = schema.safeParse( answer );
	if ( ! parsed.success ) {
		throw invalidResponse();
	}

	return parsed.data;
}
