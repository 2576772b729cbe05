import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkCommands } from '../../link-actions/commands';
import type { DialogKind } from '../../link-actions/dialogs/dialog-registry';
import { useRenewal } from '../../link-actions/hooks/useRenewal';
import { toApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { useRequest } from '../../shared/hooks/useRequest';
import { displayStatus, statusLabel } from '../../shared/utils/status';

type OpenDialog = { readonly kind: DialogKind; readonly link: Link };

/** The commands of all rows. Their results are announced. */
export function useRowCommands( {
	client,
	showLink,
	reload,
}: {
	client: PaymentLinksClient;
	/** Updates a link in the list. */
	showLink: ( link: Link ) => void;
	reload: () => void;
} ): {
	readonly commands: LinkCommands;
	/** The dialog that was opened in a row. */
	readonly dialog: OpenDialog | null;
	readonly closeDialog: () => void;
	/** Called when the list is missing a new link. */
	readonly onCreated: ( link: Link ) => void;
	/** Message of the last command, if it failed. */
	readonly failure: string | null;
} {
	const [ dialog, setDialog ] = useState< OpenDialog | null >( null );
	const { state, run } = useRequest< void >();
	const requestRenewal = useRenewal( client );

	async function refresh( { id, order_id: orderId }: Link ): Promise< void > {
		await run( async () => {
			const link = await client.refresh( id );
			showLink( link );
			speak(
				sprintf(
					/* translators: 1: order ID of the link. 2: its status. */
					__( '%1$s: %2$s', 'multisafepay-payment-links' ),
					orderId,
					statusLabel( displayStatus( link, new Date() ) )
				)
			);
		} );
	}

	async function renew( link: Link ): Promise< void > {
		await run( async () => {
			try {
				onCreated( await requestRenewal( link ) );
			} catch ( thrown ) {
				const error = toApiError( thrown );
				if ( error.status === 409 ) {
					// The order or the link has changed.
					reload();
				}
				throw error;
			}
		} );
	}

	function openDialog( kind: DialogKind, link: Link ): void {
		setDialog( { kind, link } );
	}

	function onCreated( created: Link ): void {
		speak(
			sprintf(
				/* translators: %s: order ID of the link. */
				__( '%s is made.', 'multisafepay-payment-links' ),
				created.order_id
			)
		);
		reload();
	}

	return {
		commands: {
			refresh,
			renew,
			duplicate: async ( link ) => openDialog( 'duplicate', link ),
			openDialog,
		},
		dialog,
		closeDialog: () => setDialog( null ),
		onCreated,
		failure: state.status === 'error' ? state.error.message : null,
	};
}
