import { useDebounce } from '@wordpress/compose';
import { useEffect, useState } from '@wordpress/element';

import type { Draft } from '../../shared/api/schemas';
import { useRequest, type RequestState } from '../../shared/hooks/useRequest';

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

/** Loads the payment methods when site or amount change. */
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
	const { state, run, reset } = useRequest< Draft >();
	const runLater = useDebounce( run, DEBOUNCE_MS );
	const [ attempt, setAttempt ] = useState( 0 );

	useEffect( () => {
		reset();
		if ( site !== null && amount !== null ) {
			runLater( ( signal ) => load( site, amount, signal ) );
		}
		return runLater.cancel;
	}, [ load, site, amount, attempt, reset, runLater ] );

	return {
		methods:
			site === null || amount === null
				? { kind: 'idle' }
				: paymentMethodsOf( state ),
		tryAgain: () => setAttempt( attempt + 1 ),
	};
}

function paymentMethodsOf( state: RequestState< Draft > ): PaymentMethods {
	switch ( state.status ) {
		// The request starts after the pause in typing.
		case 'idle':
		case 'loading':
			return { kind: 'loading' };
		case 'success':
			return { kind: 'loaded', options: state.data.options };
		case 'error':
			return { kind: 'failed', message: state.error.message };
	}
}
