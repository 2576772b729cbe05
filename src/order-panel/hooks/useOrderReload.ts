import { speak } from '@wordpress/a11y';
import { useEvent } from '@wordpress/compose';

import { staleMessage } from '../../link-actions/due';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Draft, Link } from '../../shared/api/schemas';
import { useRequest } from '../../shared/hooks/useRequest';
import type { PanelAction, PanelState } from '../reducer';
import { findRemoteChanges, remoteChangeMessage } from '../remote-change';

type Panel = {
	readonly wcOrderId: number;
	readonly client: PaymentLinksClient;
	readonly state: PanelState;
	readonly dispatch: ( action: PanelAction ) => void;
};

export type OrderReload = {
	/** Reloads the links after an action on this page. */
	readonly reloadLinks: () => Promise< void >;
	/** Reloads links and draft after a change that was made elsewhere, and announces what changed. */
	readonly reloadOrder: () => Promise< void >;
};

/** Reloads the data of the order. If a request fails, the panel keeps its data. */
export function useOrderReload( {
	wcOrderId,
	client,
	state,
	dispatch,
}: Panel ): OrderReload {
	const currentState = useEvent( () => state );
	const { run } = useRequest< void >();

	async function reloadLinks(): Promise< void > {
		try {
			const links = await client.list( wcOrderId );
			dispatch( { type: 'links_loaded', links } );
		} catch {
			// The error of the action itself is already on the screen.
		}
	}

	async function reloadOrder(): Promise< void > {
		// The user did not start this request, so its error is not shown. The next action shows its own error.
		await run( load );
	}

	async function load( signal: AbortSignal ): Promise< void > {
		const { revision } = currentState();
		const links = await client.list( wcOrderId, signal );
		const draft = await client.draft( wcOrderId ).catch( () => null );
		if ( ! signal.aborted && revision === currentState().revision ) {
			showOrder( links, draft );
		} else if ( ! signal.aborted ) {
			await load( signal );
		}
	}

	function showOrder( links: readonly Link[], draft: Draft | null ): void {
		const { links: previousLinks } = currentState();
		const now = new Date();
		const changedLinks = findRemoteChanges( previousLinks, links, now );
		const isNewlyStale = ( { id, stale }: Link ) =>
			stale &&
			previousLinks.some( ( link ) => link.id === id && ! link.stale );
		dispatch( {
			type: 'order_loaded',
			links,
			remoteChanges: changedLinks.map( ( { id } ) => id ),
			draft,
		} );
		const messages = [
			...changedLinks.map( ( link ) => remoteChangeMessage( link, now ) ),
			...links
				.filter( isNewlyStale )
				.map(
					( link ) =>
						`${ link.order_id }: ${ staleMessage(
							link,
							draft?.balance ?? currentState().balance
						) }`
				),
		];
		if ( messages.length > 0 ) {
			speak( messages.join( ' ' ) );
		}
	}

	return { reloadLinks, reloadOrder };
}
