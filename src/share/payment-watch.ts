import { toApiError } from '../api/errors';
import type { Link } from '../api/schemas';
import { isPayable } from '../utils/status';

const GROWTH = 1.3;
const LONGEST_DELAY = 15_000;

/** Milliseconds after which nobody is taken to be looking any more. */
export const GIVES_UP_AFTER = 15 * 60_000;

export type WatchNews =
	| { readonly kind: 'asking' }
	| { readonly kind: 'answer'; readonly link: Link }
	| { readonly kind: 'error'; readonly message: string }
	/** The shop is asked again when the tab is in sight. */
	| { readonly kind: 'paused' }
	| { readonly kind: 'gave_up' };

export type Watch = {
	/** Asks at once, and starts over. */
	readonly checkNow: () => void;
	readonly stop: () => void;
};

/** Tells whether another answer can bring the payment. */
export function canTurn( { status, alarm }: Link ): boolean {
	// Money has come, but not what was asked for: a person has to look.
	return alarm === null && ( isPayable( status ) || status === 'uncleared' );
}

/**
 * Asks how a link stands until that can change no more: soon at first, then ever less often, never while nobody sees
 * the page. An error ends nothing. `tell` is not called any more after `stop`.
 */
export function watchPayment( {
	ask,
	firstDelay,
	tell,
}: {
	ask: ( signal: AbortSignal ) => Promise< Link >;
	/** Milliseconds. */
	firstDelay: number;
	tell: ( news: WatchNews ) => void;
} ): Watch {
	const stopping = new AbortController();
	let timer: number | undefined;
	let delay = firstDelay;
	let startedAt = Date.now();
	let isAsking = false;
	let isOver = false;

	async function check(): Promise< void > {
		if ( isAsking || isOver ) {
			return;
		}
		window.clearTimeout( timer );
		isAsking = true;
		tell( { kind: 'asking' } );
		const news = await ask( stopping.signal ).then(
			( link ): WatchNews => ( { kind: 'answer', link } ),
			( thrown: unknown ): WatchNews => ( {
				kind: 'error',
				message: toApiError( thrown ).message,
			} )
		);
		isAsking = false;
		if ( stopping.signal.aborted ) {
			return;
		}
		isOver = news.kind === 'answer' && ! canTurn( news.link );
		tell( news );
		waitForNext();
	}

	function waitForNext(): void {
		if ( isOver ) {
			return;
		}
		if ( document.hidden ) {
			tell( { kind: 'paused' } );
			return;
		}
		if ( Date.now() - startedAt >= GIVES_UP_AFTER ) {
			tell( { kind: 'gave_up' } );
			return;
		}
		timer = window.setTimeout( () => void check(), delay );
		delay = Math.min( delay * GROWTH, LONGEST_DELAY );
	}

	function startOver(): void {
		delay = firstDelay;
		startedAt = Date.now();
		void check();
	}

	function onVisibilityChange(): void {
		if ( ! document.hidden ) {
			startOver();
		} else if ( ! isAsking && ! isOver ) {
			window.clearTimeout( timer );
			tell( { kind: 'paused' } );
		}
	}

	document.addEventListener( 'visibilitychange', onVisibilityChange );
	timer = window.setTimeout( () => void check(), delay );

	return {
		checkNow: startOver,
		stop: () => {
			stopping.abort();
			isOver = true;
			window.clearTimeout( timer );
			document.removeEventListener(
				'visibilitychange',
				onVisibilityChange
			);
		},
	};
}
