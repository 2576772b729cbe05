import { useDebouncedInput } from '@wordpress/compose';
import { useEffect } from '@wordpress/element';

import { useRequest } from '../../../shared/hooks/useRequest';
import type { PhoneOrderClient } from '../client';
import type { CustomerResult } from '../schemas';

export type CustomerSearch =
	/** The search text is too short. */
	| { readonly kind: 'idle' }
	| { readonly kind: 'searching' }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'found'; readonly customers: readonly CustomerResult[] };

const MIN_LENGTH = 2;

/** Searches for customers while the user types. */
export function useCustomerSearch( client: PhoneOrderClient ): {
	readonly text: string;
	readonly setText: ( text: string ) => void;
	readonly search: CustomerSearch;
} {
	const [ text, setText, debouncedText ] = useDebouncedInput();
	const { state, run, reset } = useRequest< CustomerResult[] >();
	const query = text.trim();
	const debouncedQuery = debouncedText.trim();

	useEffect( () => {
		if ( query === debouncedQuery && isLongEnough( query ) ) {
			void run( ( signal ) => client.customers( query, signal ) );
		} else {
			// The result belongs to another text.
			reset();
		}
	}, [ client, query, debouncedQuery, run, reset ] );

	function search(): CustomerSearch {
		if ( ! isLongEnough( query ) ) {
			return { kind: 'idle' };
		}
		if ( query !== debouncedQuery ) {
			return { kind: 'searching' };
		}
		switch ( state.status ) {
			case 'idle':
			case 'loading':
				return { kind: 'searching' };
			case 'success':
				return { kind: 'found', customers: state.data };
			case 'error':
				return { kind: 'failed', message: state.error.message };
		}
	}

	return { text, setText, search: search() };
}

function isLongEnough( query: string ): boolean {
	return Array.from( query ).length >= MIN_LENGTH;
}
