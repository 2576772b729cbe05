import apiFetch from '@wordpress/api-fetch';
import type { ZodMiniType } from 'zod/mini';

import { readApiError } from './error-body';
import { invalidResponse } from './errors';

const NAMESPACE = '/multisafepay-payment-links/v1';

type RequestOptions = {
	/** Path below the namespace of the plugin, with a leading slash: `/settings`. */
	path: string;
	method?: 'GET' | 'POST' | 'PUT';
	data?: unknown;
	/** Aborts the request. */
	signal?: AbortSignal | undefined;
};

/**
 * Sends a request and parses the response with the schema.
 *
 * @throws {ApiError} With a message that can be shown to staff.
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
