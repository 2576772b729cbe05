import { useEffect, useState } from '@wordpress/element';

import { toApiError } from '../api/errors';
import type { Draft } from '../api/schemas';

/** What MultiSafepay offers on one site for one amount. */
export type PaymentMethods =
	/** There is no site or no amount to ask for. */
	| { readonly kind: 'none' }
	| { readonly kind: 'loading' }
	| { readonly kind: 'failed'; readonly message: string }
	| {
			readonly kind: 'loaded';
			readonly options: Draft[ 'options' ];
	  };

/**
 * Asks for the draft of a site and an amount.
 *
 * @throws {ApiError}
 */
export type LoadMethods = (
	site: string,
	amount: number,
	signal: AbortSignal
) => Promise< Draft >;

const PAUSE_MS = 500;

/** Asks again when site or amount change, once the person has stopped typing; an outdated answer is dropped. */
export function usePaymentMethods( {
	load,
	site,
	amount,
}: {
	/** Must stay the same function. */
	load: LoadMethods;
	/** Null when there is none that can be asked. */
	site: string | null;
	amount: number | null;
} ): { readonly methods: PaymentMethods; readonly tryAgain: () => void } {
	const [ methods, setMethods ] = useState< PaymentMethods >( {
		kind: 'none',
	} );
	const [ attempt, setAttempt ] = useState( 0 );

	useEffect( () => {
		if ( site === null || amount === null ) {
			setMethods( { kind: 'none' } );
			return undefined;
		}

		const asking = new AbortController();
		async function ask( of: { site: string; amount: number } ) {
			const { signal } = asking;
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
			() => void ask( { site, amount } ),
			PAUSE_MS
		);
		return () => {
			window.clearTimeout( timer );
			asking.abort();
		};
	}, [ load, site, amount, attempt ] );

	return { methods, tryAgain: () => setAttempt( attempt + 1 ) };
}
