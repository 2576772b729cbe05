import { __, sprintf } from '@wordpress/i18n';

import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { ResolveAlert } from './ResolveAlert';

export default function AcknowledgeDialog( props: LinkDialogProps ) {
	return (
		<ResolveAlert
			{ ...props }
			acceptsPayment={ false }
			explanation={ __(
				'This removes the alert. It does not change the order or the payment.',
				'multisafepay-payment-links'
			) }
			text={ __( 'Acknowledge', 'multisafepay-payment-links' ) }
			doneMessage={ sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Alert of %s acknowledged.', 'multisafepay-payment-links' ),
				props.link.order_id
			) }
		/>
	);
}
