import { speak } from '@wordpress/a11y';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkCommands } from '../../link-actions/commands';
import { useRenewal } from '../../link-actions/hooks/useRenewal';
import { toApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { displayStatus, statusLabel } from '../../shared/utils/status';
import type { PanelAction } from '../reducer';

type Panel = {
	readonly client: PaymentLinksClient;
	readonly dispatch: ( action: PanelAction ) => void;
	readonly duplicate: LinkCommands[ 'duplicate' ];
	/** Loads the notice for a new link. */
	readonly loadNotice: () => Promise< void >;
	/** Reloads the links after an action on this page. */
	readonly reloadLinks: () => Promise< void >;
	/** Reloads links and draft after a change that was made elsewhere. */
	readonly reloadOrder: () => Promise< void >;
};

/** The commands of all rows. Their results are shown and announced. */
export function useLinkCommands( {
	client,
	dispatch,
	duplicate,
	loadNotice,
	reloadLinks,
	reloadOrder,
}: Panel ): LinkCommands {
	const requestRenewal = useRenewal( client );

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
					statusLabel( displayStatus( link, now ) )
				)
			);
		} catch ( thrown ) {
			fail( id, toApiError( thrown ).message );
		}
	}

	async function renew( original: Link ): Promise< void > {
		const { id } = original;
		dispatch( { type: 'renewal_started', linkId: id } );
		try {
			const [ link ] = await Promise.all( [
				requestRenewal( original ),
				// Without the notice, the new link is still the first one in the list.
				loadNotice().catch( () => undefined ),
			] );
			// The notice shows the status of the old link.
			await reloadLinks();
			dispatch( { type: 'renewed', link, linkId: id } );
		} catch ( thrown ) {
			const error = toApiError( thrown );
			fail( id, error.message );
			void ( error.status === 409 ? reloadOrder() : reloadLinks() );
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
