import { useState } from '@wordpress/element';

import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import { CreatedNotice } from '../components/CreatedNotice';
import { OpenOrder } from '../components/OpenOrder';
import type { DialogKind } from '../hooks/payment-links-reducer';
import type { LinksConfig } from '../links/config';
import { ListDialogs } from '../links/ListDialogs';

type Props = {
	link: Link;
	askedAmount: number;
	config: LinksConfig;
	client: PaymentLinksClient;
	onClose: () => void;
};

/** Hands over the new order and its link: one more Enter copies it. */
export function MadeOrder( {
	link: first,
	askedAmount,
	config,
	client,
	onClose,
}: Props ) {
	// It may be paid while the window is open.
	const [ link, setLink ] = useState( first );
	const [ dialog, setDialog ] = useState< DialogKind | null >( null );

	return (
		<>
			<CreatedNotice
				link={ link }
				askedAmount={ askedAmount }
				original={ null }
				isRetiringOriginal={ false }
				openDialog={ setDialog }
				onDone={ onClose }
			/>
			{ link.edit_url !== null && (
				<p>
					<OpenOrder
						url={ link.edit_url }
						number={ link.wc_order_number }
					/>
				</p>
			) }
			<ListDialogs
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
