import { speak } from '@wordpress/a11y';
import { __, sprintf } from '@wordpress/i18n';

import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import type { DialogKind } from '../hooks/payment-links-reducer';
import type { LinksConfig } from './config';
import { DuplicateDialog } from './DuplicateDialog';
import { ListDialogs } from './ListDialogs';

/** A window about one link of the list. */
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
	/** There is a link that the list does not have yet. */
	onMade: () => void;
	close: () => void;
};

/** The window that a row has opened. */
export function RowDialog( {
	open: { kind, link },
	links,
	config,
	client,
	showLink,
	onMade,
	close,
}: Props ) {
	if ( kind !== 'duplicate' ) {
		return (
			<ListDialogs
				kind={ kind }
				// As the list knows it now.
				link={ links.find( ( { id } ) => id === link.id ) ?? link }
				config={ config }
				client={ client }
				showLink={ showLink }
				close={ close }
			/>
		);
	}

	return (
		<DuplicateDialog
			link={ link }
			client={ client }
			onMade={ ( made ) => {
				close();
				speak(
					sprintf(
						/* translators: %s: order ID of the link. */
						__( '%s is made.', 'multisafepay-payment-links' ),
						made.order_id
					)
				);
				onMade();
			} }
			close={ close }
		/>
	);
}
