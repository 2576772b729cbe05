import { speak } from '@wordpress/a11y';
import { useEffect, useReducer, useRef } from '@wordpress/element';

import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import {
	canTurn,
	watchPayment,
	type Watch,
	type WatchNews,
} from './payment-watch';

export type PaymentWatch = {
	readonly doing: 'waiting' | 'asking' | 'paused' | 'gave_up';
	/** Of the last question, when it had no answer. */
	readonly error: string | null;
	/** When the shop answered last. */
	readonly checkedAt: Date | null;
	readonly checkNow: () => void;
};

type State = Omit< PaymentWatch, 'checkNow' >;

const START: State = { doing: 'waiting', error: null, checkedAt: null };

/** Watches the link while the component is there, shows what comes in, and says a turn aloud. */
export function usePaymentWatch( {
	link,
	client,
	firstDelay,
	showLink,
	wordsFor,
	gaveUpWords,
}: {
	link: Link;
	client: Pick< PaymentLinksClient, 'refresh' >;
	/** Milliseconds. */
	firstDelay: number;
	showLink: ( link: Link ) => void;
	/** What a screen reader says of the link's status. */
	wordsFor: ( link: Link ) => string;
	gaveUpWords: () => string;
} ): PaymentWatch {
	const [ state, dispatch ] = useReducer( afterNews, START );
	const watch = useRef< Watch | null >( null );
	const { id } = link;

	// The watch outlives many renders and talks to the newest one.
	const newest = { link, showLink, wordsFor, gaveUpWords };
	const latest = useRef( newest );
	latest.current = newest;

	useEffect( () => {
		const { link: first } = latest.current;
		if ( ! canTurn( first ) ) {
			return undefined;
		}
		// What was said last: the same news every few seconds is said once.
		let status = first.status;
		let error = '';

		function tell( news: WatchNews ): void {
			dispatch( { news, at: new Date() } );
			if ( news.kind === 'answer' ) {
				latest.current.showLink( news.link );
				error = '';
				if ( news.link.status !== status ) {
					status = news.link.status;
					speak( latest.current.wordsFor( news.link ), 'assertive' );
				}
			}
			if ( news.kind === 'error' && news.message !== error ) {
				error = news.message;
				speak( news.message, 'assertive' );
			}
			if ( news.kind === 'gave_up' ) {
				speak( latest.current.gaveUpWords(), 'polite' );
			}
		}

		const watching = watchPayment( {
			ask: ( signal ) => client.refresh( id, signal ),
			firstDelay,
			tell,
		} );
		watch.current = watching;

		return watching.stop;
	}, [ id, client, firstDelay ] );

	return { ...state, checkNow: () => watch.current?.checkNow() };
}

function afterNews(
	state: State,
	{ news, at }: { news: WatchNews; at: Date }
): State {
	switch ( news.kind ) {
		case 'asking':
		case 'paused':
		case 'gave_up':
			return { ...state, doing: news.kind };
		case 'answer':
			return { doing: 'waiting', error: null, checkedAt: at };
		case 'error':
			return { ...state, doing: 'waiting', error: news.message };
	}
}
