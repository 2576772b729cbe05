import { speak } from '@wordpress/a11y';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import { createIdempotencyKey } from '../utils/idempotency-key';
import { shownStatus, statusLabel } from '../utils/status';
import type { DialogKind, PanelAction } from './payment-links-reducer';

/** What the buttons of a row do. */
export type LinkCommands = {
	readonly refresh: ( link: Link ) => Promise< void >;
	readonly openDialog: ( kind: DialogKind, link: Link ) => void;
	/** Opens the form with the details of the link. */
	readonly duplicate: ( link: Link ) => Promise< void >;
	/** Makes a link for what the order owes now, then retires this one. */
	readonly renew: ( link: Link ) => Promise< void >;
};

type Panel = {
	readonly client: PaymentLinksClient;
	readonly dispatch: ( action: PanelAction ) => void;
	readonly duplicate: LinkCommands[ 'duplicate' ];
	/** Fetches what shows a new link. */
	readonly loadNotice: () => Promise< void >;
	/** Reads links after something that was done here. */
	readonly reloadLinks: () => Promise< void >;
	/** Reads links and draft after something that was done elsewhere, and says what is new. */
	readonly readOrder: () => Promise< void >;
};

/** The commands of all rows; whatever they bring about is shown and said aloud. */
export function useLinkCommands( {
	client,
	dispatch,
	duplicate,
	loadNotice,
	reloadLinks,
	readOrder,
}: Panel ): LinkCommands {
	// By link: one key for each intention to renew, kept as long as nobody knows that it succeeded.
	const keys = useRef( new Map< number, string >() );

	async function refresh( { id, order_id: orderId }: Link ): Promise< void > {
		dispatch( { type: 'refresh_started', linkId: id } );
		try {
			const link = await client.refresh( id );
			const now = new Date();
			dispatch( { type: 'refreshed', link, at: now } );
			speak(
				sprintf(
					/* translators: 1: order ID of the link. 2: its status. */
					__( '%1$s: %2$s', 'multisafepay-payment-links' ),
					orderId,
					statusLabel( shownStatus( link, now ) )
				)
			);
		} catch ( thrown ) {
			fail( id, toApiError( thrown ).message );
		}
	}

	async function renew( { id }: Link ): Promise< void > {
		const key = keys.current.get( id ) ?? createIdempotencyKey();
		keys.current.set( id, key );
		dispatch( { type: 'renewal_started', linkId: id } );
		try {
			const [ link ] = await Promise.all( [
				client.duplicateLink( id, {
					idempotency_key: key,
					renew: true,
					retire_original: true,
				} ),
				// Without it the new link still stands on top of the list.
				loadNotice().catch( () => undefined ),
			] );
			keys.current.delete( id );
			// What became of the old link stands in the notice.
			await reloadLinks();
			dispatch( { type: 'renewed', link, linkId: id } );
		} catch ( thrown ) {
			const error = toApiError( thrown );
			fail(
				id,
				error.isOutcomeUnknown
					? sprintf(
							/* translators: %s: why it failed. */
							__(
								'%s You can press “Renew” again: you will get one link, not two.',
								'multisafepay-payment-links'
							),
							error.message
					  )
					: error.message
			);
			void ( error.status === 409 ? readOrder() : reloadLinks() );
		}
	}

	function fail( linkId: number, message: string ): void {
		dispatch( { type: 'command_failed', linkId, message } );
		speak( message, 'assertive' );
	}

	return {
		refresh,
		duplicate,
		openDialog: ( kind, { id } ) =>
			dispatch( { type: 'dialog_opened', dialog: { kind, linkId: id } } ),
		renew,
	};
}
