import { speak } from '@wordpress/a11y';
import { useEvent } from '@wordpress/compose';
import { useEffect, useReducer, useRef } from '@wordpress/element';

import type { PaymentLinksClient } from '../shared/api/payment-links';
import type { Link } from '../shared/api/schemas';
import {
	isPaymentPending,
	watchPayment,
	type Watch,
	type WatchUpdate,
} from './payment-watch';

export type PaymentWatch = {
	readonly phase: 'waiting' | 'checking' | 'paused' | 'timed_out';
	/** Message of the last check, if it failed. */
	readonly error: string | null;
	/** Time of the last check that succeeded. */
	readonly checkedAt: Date | null;
	readonly checkNow: () => void;
};

type State = Omit< PaymentWatch, 'checkNow' >;

const INITIAL_STATE: State = {
	phase: 'waiting',
	error: null,
	checkedAt: null,
};

/** Watches the link while the component is mounted and announces changes of its status. */
export function usePaymentWatch( {
	link,
	client,
	initialDelay,
	showLink,
	statusMessage,
	timeoutMessage,
}: {
	link: Link;
	client: Pick< PaymentLinksClient, 'refresh' >;
	/** In milliseconds. */
	initialDelay: number;
	showLink: ( link: Link ) => void;
	/** Announced when the status of the link changes. */
	statusMessage: ( link: Link ) => string;
	timeoutMessage: () => string;
} ): PaymentWatch {
	const [ state, dispatch ] = useReducer( reducer, INITIAL_STATE );
	const watch = useRef< Watch | null >( null );
	const { id } = link;

	// The watch runs across renders and always uses the current props.
	const current = useEvent( () => ( {
		link,
		showLink,
		statusMessage,
		timeoutMessage,
	} ) );

	useEffect( () => {
		const { link: initialLink } = current();
		if ( ! isPaymentPending( initialLink ) ) {
			return undefined;
		}
		// Last announced status and error. The same text is not announced twice.
		let status = initialLink.status;
		let error = '';

		function onUpdate( update: WatchUpdate ): void {
			dispatch( { update, at: new Date() } );
			if ( update.kind === 'checked' ) {
				current().showLink( update.link );
				error = '';
				if ( update.link.status !== status ) {
					status = update.link.status;
					speak(
						current().statusMessage( update.link ),
						'assertive'
					);
				}
			}
			if ( update.kind === 'error' && update.message !== error ) {
				error = update.message;
				speak( update.message, 'assertive' );
			}
			if ( update.kind === 'timed_out' ) {
				speak( current().timeoutMessage(), 'polite' );
			}
		}

		const started = watchPayment( {
			fetchLink: ( signal ) => client.refresh( id, signal ),
			initialDelay,
			onUpdate,
		} );
		watch.current = started;

		return started.stop;
	}, [ id, client, initialDelay, current ] );

	return { ...state, checkNow: () => watch.current?.checkNow() };
}

function reducer(
	state: State,
	{ update, at }: { update: WatchUpdate; at: Date }
): State {
	switch ( update.kind ) {
		case 'checking':
		case 'paused':
		case 'timed_out':
			return { ...state, phase: update.kind };
		case 'checked':
			return { phase: 'waiting', error: null, checkedAt: at };
		case 'error':
			return { ...state, phase: 'waiting', error: update.message };
	}
}
