import { useState } from '@wordpress/element';

import { CreatedNotice } from '../../../link-actions/components/CreatedNotice';
import type { DialogKind } from '../../../link-actions/dialogs/dialog-registry';
import { SingleLinkDialog } from '../../../link-actions/dialogs/SingleLinkDialog';
import type { PaymentLinksClient } from '../../../shared/api/payment-links';
import type { Link } from '../../../shared/api/schemas';
import type { ScreenConfig } from '../../../shared/api/screen-config';
import { OpenOrderLink } from '../../OpenOrderLink';

type Props = {
	link: Link;
	requestedAmount: number;
	config: ScreenConfig;
	client: PaymentLinksClient;
	onClose: () => void;
};

/** Shows the new order and its link. The copy button has the focus, so that Enter copies the link. */
export function CreatedOrder( {
	link: initialLink,
	requestedAmount,
	config,
	client,
	onClose,
}: Props ) {
	// The link can be paid while the dialog is open.
	const [ link, setLink ] = useState( initialLink );
	const [ dialog, setDialog ] = useState< DialogKind | null >( null );

	return (
		<>
			<CreatedNotice
				link={ link }
				requestedAmount={ requestedAmount }
				original={ null }
				isCancellingOriginal={ false }
				openDialog={ setDialog }
				onDone={ onClose }
			/>
			{ link.edit_url !== null && (
				<p>
					<OpenOrderLink
						url={ link.edit_url }
						number={ link.wc_order_number }
					/>
				</p>
			) }
			<SingleLinkDialog
				kind={ dialog }
				link={ link }
				config={ config }
				client={ client }
				showLink={ setLink }
				close={ () => setDialog( null ) }
			/>
		</>
	);
}
