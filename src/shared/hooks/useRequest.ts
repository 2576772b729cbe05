import { useCallback, useEffect, useRef, useState } from '@wordpress/element';

import { toApiError, type ApiError } from '../api/errors';

export type RequestState< Data > =
	| { readonly status: 'idle' }
	| { readonly status: 'loading' }
	| { readonly status: 'success'; readonly data: Data }
	| { readonly status: 'error'; readonly error: ApiError };

/** Aborting the signal is optional: a request that changes something on the server should always finish. */
type Send< Data > = ( signal: AbortSignal ) => Promise< Data >;

type UseRequest< Data > = {
	readonly state: RequestState< Data >;
	/**
	 * Sends a request and aborts the previous one. Resolves to the result, or to `idle` if a later request, `reset` or
	 * unmounting replaced it. The same function in each render.
	 */
	readonly run: ( send: Send< Data > ) => Promise< RequestState< Data > >;
	/** Aborts the request and clears its result. The same function in each render. */
	readonly reset: () => void;
};

const IDLE = { status: 'idle' } as const;

/** State of a request. The latest request wins, and unmounting aborts it. */
export function useRequest< Data >(): UseRequest< Data > {
	const [ state, setState ] = useState< RequestState< Data > >( IDLE );
	const latest = useRef< AbortController | null >( null );

	useEffect( () => () => latest.current?.abort(), [] );

	const run = useCallback(
		async ( send: Send< Data > ): Promise< RequestState< Data > > => {
			latest.current?.abort();
			const controller = new AbortController();
			latest.current = controller;
			setState( { status: 'loading' } );

			const { signal } = controller;
			let result: RequestState< Data >;
			try {
				result = { status: 'success', data: await send( signal ) };
			} catch ( thrown ) {
				result = { status: 'error', error: toApiError( thrown ) };
			}
			if ( signal.aborted ) {
				return IDLE;
			}

			setState( result );
			return result;
		},
		[]
	);

	const reset = useCallback( (): void => {
		latest.current?.abort();
		setState( IDLE );
	}, [] );

	return { state, run, reset };
}
