import { useEffect, useState } from '@wordpress/element';

import { toApiError } from '../../../shared/api/errors';
import type { PhoneOrderClient } from '../client';
import type { CustomerResult } from '../schemas';

export type CustomerSearch =
	/** The search text is too short. */
	| { readonly kind: 'idle' }
	| { readonly kind: 'searching' }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'found'; readonly customers: readonly CustomerResult[] };

const MIN_LENGTH = 2;
const DEBOUNCE_MS = 300;

/** Searches for customers while the user types. Outdated responses are dropped. */
export function useCustomerSearch(
	client: PhoneOrderClient,
	text: string
): CustomerSearch {
	const [ search, setSearch ] = useState< CustomerSearch >( {
		kind: 'idle',
	} );
	const query = text.trim();

	useEffect( () => {
		if ( Array.from( query ).length < MIN_LENGTH ) {
			setSearch( { kind: 'idle' } );
			return undefined;
		}

		const controller = new AbortController();
		const { signal } = controller;
		async function fetchCustomers(): Promise< void > {
			let result: CustomerSearch;
			try {
				result = {
					kind: 'found',
					customers: await client.customers( query, signal ),
				};
			} catch ( thrown ) {
				result = {
					kind: 'failed',
					message: toApiError( thrown ).message,
				};
			}
			if ( ! signal.aborted ) {
				setSearch( result );
			}
		}

		setSearch( { kind: 'searching' } );
		const timer = window.setTimeout(
			() => void fetchCustomers(),
			DEBOUNCE_MS
		);
		return () => {
			window.clearTimeout( timer );
			controller.abort();
		};
	}, [ client, query ] );

	return search;
}
