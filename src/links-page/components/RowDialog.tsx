import { speak } from '@wordpress/a11y';
import { __, sprintf } from '@wordpress/i18n';

import type { DialogKind } from '../../link-actions/commands';
import { DuplicateLinkDialog } from '../../link-actions/dialogs/DuplicateLinkDialog';
import { SingleLinkDialog } from '../../link-actions/dialogs/SingleLinkDialog';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import type { LinksConfig } from '../config';

/** A dialog for a link of the list. */
export type OpenDialog = {
	readonly kind: DialogKind | 'duplicate';
	readonly link: Link;
};

type Props = {
	open: OpenDialog;
	links: readonly Link[];
	config: LinksConfig;
	client: PaymentLinksClient;
	showLink: ( link: Link ) => void;
	/** Called when the list is missing a new link. */
	onCreated: () => void;
	close: () => void;
};

/** Shows the dialog that was opened in a row. */
export function RowDialog( {
	open: { kind, link },
	links,
	config,
	client,
	showLink,
	onCreated,
	close,
}: Props ) {
	if ( kind !== 'duplicate' ) {
		return (
			<SingleLinkDialog
				kind={ kind }
				// The link as it is now in the list.
				link={ links.find( ( { id } ) => id === link.id ) ?? link }
				config={ config }
				client={ client }
				showLink={ showLink }
				close={ close }
			/>
		);
	}

	return (
		<DuplicateLinkDialog
			link={ link }
			client={ client }
			onCreated={ ( created ) => {
				close();
				speak(
					sprintf(
						/* translators: %s: order ID of the link. */
						__( '%s is made.', 'multisafepay-payment-links' ),
						created.order_id
					)
				);
				onCreated();
			} }
			close={ close }
		/>
	);
}
