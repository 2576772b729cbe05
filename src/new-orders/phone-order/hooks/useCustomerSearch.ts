import { useEffect, useState } from '@wordpress/element';

import { toApiError } from '../api/errors';
import type { PhoneOrderClient } from './client';
import type { FoundCustomer } from './schemas';

export type CustomerSearch =
	/** Too little was typed. */
	| { readonly kind: 'none' }
	| { readonly kind: 'searching' }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'found'; readonly customers: readonly FoundCustomer[] };

const MIN_LETTERS = 2;
const PAUSE_MS = 300;

/** Looks for customers once the person has stopped typing; an outdated answer is dropped. */
export function useCustomerSearch(
	client: PhoneOrderClient,
	text: string
): CustomerSearch {
	const [ search, setSearch ] = useState< CustomerSearch >( {
		kind: 'none',
	} );
	const wanted = text.trim();

	useEffect( () => {
		if ( Array.from( wanted ).length < MIN_LETTERS ) {
			setSearch( { kind: 'none' } );
			return undefined;
		}

		const asking = new AbortController();
		const { signal } = asking;
		async function ask(): Promise< void > {
			let answer: CustomerSearch;
			try {
				answer = {
					kind: 'found',
					customers: await client.customers( wanted, signal ),
				};
			} catch ( thrown ) {
				answer = {
					kind: 'failed',
					message: toApiError( thrown ).message,
				};
			}
			if ( ! signal.aborted ) {
				setSearch( answer );
			}
		}

		setSearch( { kind: 'searching' } );
		const timer = window.setTimeout( () => void ask(), PAUSE_MS );
		return () => {
			window.clearTimeout( timer );
			asking.abort();
		};
	}, [ client, wanted ] );

	return search;
}
