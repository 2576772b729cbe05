import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkCommands } from '../../link-actions/commands';
import type { DialogKind } from '../../link-actions/dialogs/dialog-registry';
import { useRenewal } from '../../link-actions/hooks/useRenewal';
import { toApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
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
	/** Updates a link in the list and in the dialog. */
	readonly showLink: ( link: Link ) => void;
	/** Called when the list is missing a new link. */
	readonly onCreated: ( link: Link ) => void;
	/** Message of the last command, if it failed. */
	readonly failure: string | null;
} {
	const [ dialog, setDialog ] = useState< OpenDialog | null >( null );
	const [ failure, setFailure ] = useState< string | null >( null );
	const requestRenewal = useRenewal( client );

	async function attempt( command: () => Promise< void > ): Promise< void > {
		setFailure( null );
		try {
			await command();
		} catch ( thrown ) {
			setFailure( toApiError( thrown ).message );
		}
	}

	async function refresh( { id, order_id: orderId }: Link ): Promise< void > {
		await attempt( async () => {
			const link = await client.refresh( id );
			showCurrent( link );
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
		speak( __( 'Renewing…', 'multisafepay-payment-links' ) );
		await attempt( async () => {
			try {
				const renewed = await requestRenewal( link );
				// Not offered again, also if the list cannot be reloaded.
				showCurrent( { ...link, stale: false } );
				onCreated( renewed );
			} catch ( thrown ) {
				// The order or the link may have changed, and a failed creation is a link of its own.
				reload();
				throw thrown;
			}
		} );
	}

	/** Updates a link in the list and in the open dialog, which may show a link that the list no longer contains. */
	function showCurrent( link: Link ): void {
		showLink( link );
		setDialog( ( previous ) =>
			previous?.link.id === link.id ? { ...previous, link } : previous
		);
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
		showLink: showCurrent,
		onCreated,
		failure,
	};
}
