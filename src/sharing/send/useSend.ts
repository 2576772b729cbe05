import { useRef } from '@wordpress/element';

import { toApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { useRequest, type RequestState } from '../../shared/hooks/useRequest';

/** Sends one request at a time and updates the link. If the link is no longer open, it is reloaded. */
export function useSend(
	client: Pick< PaymentLinksClient, 'read' >,
	showLink: ( link: Link ) => void
): {
	readonly state: RequestState< void >;
	readonly send: ( request: () => Promise< Link > ) => Promise< void >;
	/** Clears the result of the last request. */
	readonly reset: () => void;
} {
	const { state, run, reset } = useRequest< void >();
	// The state is updated in the next render, which is too late for a double click.
	const isSending = useRef( false );

	async function send( request: () => Promise< Link > ): Promise< void > {
		if ( isSending.current ) {
			return;
		}
		isSending.current = true;
		// Without the signal: the list behind the dialog shows the link even if the dialog was closed.
		await run( async () => {
			try {
				showLink( await request() );
			} catch ( thrown ) {
				const error = toApiError( thrown );
				if ( error.linkId !== null ) {
					void client
						.read( error.linkId )
						.then( showLink, () => undefined );
				}
				throw error;
			} finally {
				isSending.current = false;
			}
		} );
	}

	return {
		state,
		send,
		reset: () => {
			if ( ! isSending.current ) {
				reset();
			}
		},
	};
}
