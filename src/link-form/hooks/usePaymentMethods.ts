import { useEffect, useState } from '@wordpress/element';

import { toApiError } from '../../shared/api/errors';
import type { Draft } from '../../shared/api/schemas';

/** Payment methods for a site and an amount. */
export type PaymentMethods =
	/** Site or amount are missing. */
	| { readonly kind: 'idle' }
	| { readonly kind: 'loading' }
	| { readonly kind: 'failed'; readonly message: string }
	| {
			readonly kind: 'loaded';
			readonly options: Draft[ 'options' ];
	  };

/**
 * Loads the draft for a site and an amount.
 *
 * @throws {ApiError}
 */
export type LoadMethods = (
	site: string,
	amount: number,
	signal: AbortSignal
) => Promise< Draft >;

const DEBOUNCE_MS = 500;

/** Loads the payment methods when site or amount change. Outdated responses are dropped. */
export function usePaymentMethods( {
	load,
	site,
	amount,
}: {
	/** Must be the same function in each render. */
	load: LoadMethods;
	/** Null if there is no site with an API key. */
	site: string | null;
	amount: number | null;
} ): { readonly methods: PaymentMethods; readonly tryAgain: () => void } {
	const [ methods, setMethods ] = useState< PaymentMethods >( {
		kind: 'idle',
	} );
	const [ attempt, setAttempt ] = useState( 0 );

	useEffect( () => {
		if ( site === null || amount === null ) {
			setMethods( { kind: 'idle' } );
			return undefined;
		}

		const controller = new AbortController();
		async function loadOptions( of: { site: string; amount: number } ) {
			const { signal } = controller;
			try {
				const { options } = await load( of.site, of.amount, signal );
				if ( ! signal.aborted ) {
					setMethods( { kind: 'loaded', options } );
				}
			} catch ( thrown ) {
				if ( ! signal.aborted ) {
					const { message } = toApiError( thrown );
					setMethods( { kind: 'failed', message } );
				}
			}
		}

		setMethods( { kind: 'loading' } );
		const timer = window.setTimeout(
			() => void loadOptions( { site, amount } ),
			DEBOUNCE_MS
		);
		return () => {
			window.clearTimeout( timer );
			controller.abort();
		};
	}, [ load, site, amount, attempt ] );

	return { methods, tryAgain: () => setAttempt( attempt + 1 ) };
}
