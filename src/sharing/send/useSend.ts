import { useEffect, useRef, useState } from '@wordpress/element';

import { toApiError, type ApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';

export type SendState =
	| { readonly kind: 'idle' }
	| { readonly kind: 'sending' }
	| { readonly kind: 'failed'; readonly error: ApiError }
	| { readonly kind: 'sent' };

/** Sends one request at a time and updates the link. If the link is no longer open, it is reloaded. */
export function useSend(
	client: Pick< PaymentLinksClient, 'read' >,
	showLink: ( link: Link ) => void
): {
	readonly state: SendState;
	readonly send: ( request: () => Promise< Link > ) => Promise< void >;
	/** Clears the result of the last request. */
	readonly reset: () => void;
} {
	const [ state, setState ] = useState< SendState >( { kind: 'idle' } );
	// The state is updated in the next render, which is too late for a double click.
	const isSending = useRef( false );
	const isMounted = useRef( true );

	useEffect( () => {
		isMounted.current = true;
		return () => {
			isMounted.current = false;
		};
	}, [] );

	function update( next: SendState ): void {
		if ( isMounted.current ) {
			setState( next );
		}
	}

	async function send( request: () => Promise< Link > ): Promise< void > {
		if ( isSending.current ) {
			return;
		}
		isSending.current = true;
		update( { kind: 'sending' } );
		try {
			showLink( await request() );
			update( { kind: 'sent' } );
		} catch ( thrown ) {
			const error = toApiError( thrown );
			update( { kind: 'failed', error } );
			if ( error.linkId !== null ) {
				void client
					.read( error.linkId )
					.then( showLink, () => undefined );
			}
		} finally {
			isSending.current = false;
		}
	}

	return {
		state,
		send,
		reset: () => {
			if ( ! isSending.current ) {
				update( { kind: 'idle' } );
			}
		},
	};
}
