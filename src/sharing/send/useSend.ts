import { useEffect, useRef, useState } from '@wordpress/element';

import { toApiError, type ApiError } from '../api/errors';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';

export type Sending =
	| { readonly kind: 'none' }
	| { readonly kind: 'sending' }
	| { readonly kind: 'refused'; readonly error: ApiError }
	| { readonly kind: 'sent' };

/**
 * Sends one thing at a time and shows its link as it then is. A link that ended meanwhile is read again, so that the
 * row says so.
 */
export function useSending(
	client: Pick< PaymentLinksClient, 'read' >,
	showLink: ( link: Link ) => void
): {
	readonly sending: Sending;
	readonly send: ( request: () => Promise< Link > ) => Promise< void >;
	/** Forgets how the last one went. */
	readonly reset: () => void;
} {
	const [ sending, setSending ] = useState< Sending >( { kind: 'none' } );
	// State turns only at the next render: too late for the second click of a double click.
	const isSending = useRef( false );
	const isShown = useRef( true );

	useEffect( () => {
		isShown.current = true;
		return () => {
			isShown.current = false;
		};
	}, [] );

	function turn( next: Sending ): void {
		if ( isShown.current ) {
			setSending( next );
		}
	}

	async function send( request: () => Promise< Link > ): Promise< void > {
		if ( isSending.current ) {
			return;
		}
		isSending.current = true;
		turn( { kind: 'sending' } );
		try {
			showLink( await request() );
			turn( { kind: 'sent' } );
		} catch ( thrown ) {
			const error = toApiError( thrown );
			turn( { kind: 'refused', error } );
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
		sending,
		send,
		reset: () => {
			if ( ! isSending.current ) {
				turn( { kind: 'none' } );
			}
		},
	};
}
