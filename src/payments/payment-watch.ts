import { toApiError } from '../shared/api/errors';
import type { Link } from '../shared/api/schemas';
import { AWAITING_PAYMENT_STATUSES } from '../shared/utils/link-statuses';

const DELAY_FACTOR = 1.3;
const MAX_DELAY_MS = 15_000;

/** Time after which the watch stops by itself. */
export const TIMEOUT_MS = 15 * 60_000;

export type WatchUpdate =
	| { readonly kind: 'checking' }
	| { readonly kind: 'checked'; readonly link: Link }
	| { readonly kind: 'error'; readonly message: string }
	/** The tab is hidden. The watch continues when it is visible again. */
	| { readonly kind: 'paused' }
	| { readonly kind: 'timed_out' };

export type Watch = {
	/** Checks immediately and restarts the delays. */
	readonly checkNow: () => void;
	readonly stop: () => void;
};

/** Whether the link can still be paid, or its payment can still be cleared. */
export function isPaymentPending( link: Link ): boolean {
	// With an alert, money has arrived, but a person must compare it with the amount of the link.
	return (
		link.alert === null && AWAITING_PAYMENT_STATUSES.includes( link.status )
	);
}

/**
 * Polls the status of a link until it is final. The delay grows after each check, and checks pause while the page is
 * hidden. Errors do not end the watch. `onUpdate` is not called after `stop`.
 */
export function watchPayment( {
	fetchLink,
	initialDelay,
	onUpdate,
}: {
	fetchLink: ( signal: AbortSignal ) => Promise< Link >;
	/** In milliseconds. */
	initialDelay: number;
	onUpdate: ( update: WatchUpdate ) => void;
} ): Watch {
	const controller = new AbortController();
	let timer: number | undefined;
	let delay = initialDelay;
	let startedAt = Date.now();
	let isChecking = false;
	let hasEnded = false;

	async function check(): Promise< void > {
		if ( isChecking || hasEnded ) {
			return;
		}
		window.clearTimeout( timer );
		isChecking = true;
		onUpdate( { kind: 'checking' } );
		const update = await fetchLink( controller.signal ).then(
			( link ): WatchUpdate => ( { kind: 'checked', link } ),
			( thrown: unknown ): WatchUpdate => ( {
				kind: 'error',
				message: toApiError( thrown ).message,
			} )
		);
		isChecking = false;
		if ( controller.signal.aborted ) {
			return;
		}
		hasEnded =
			update.kind === 'checked' && ! isPaymentPending( update.link );
		onUpdate( update );
		scheduleNext();
	}

	function scheduleNext(): void {
		if ( hasEnded ) {
			return;
		}
		if ( document.hidden ) {
			onUpdate( { kind: 'paused' } );
			return;
		}
		if ( Date.now() - startedAt >= TIMEOUT_MS ) {
			onUpdate( { kind: 'timed_out' } );
			return;
		}
		timer = window.setTimeout( () => void check(), delay );
		delay = Math.min( delay * DELAY_FACTOR, MAX_DELAY_MS );
	}

	function restart(): void {
		delay = initialDelay;
		startedAt = Date.now();
		void check();
	}

	function onVisibilityChange(): void {
		if ( ! document.hidden ) {
			restart();
		} else if ( ! isChecking && ! hasEnded ) {
			window.clearTimeout( timer );
			onUpdate( { kind: 'paused' } );
		}
	}

	document.addEventListener( 'visibilitychange', onVisibilityChange );
	timer = window.setTimeout( () => void check(), delay );

	return {
		checkNow: restart,
		stop: () => {
			controller.abort();
			hasEnded = true;
			window.clearTimeout( timer );
			document.removeEventListener(
				'visibilitychange',
				onVisibilityChange
			);
		},
	};
}
