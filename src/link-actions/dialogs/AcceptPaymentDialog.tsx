import { __, sprintf } from '@wordpress/i18n';

import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { formatMoney } from '../../shared/utils/money';
import { ResolveAlert } from './ResolveAlert';

/** Asks for confirmation, because WooCommerce then treats the order as paid and informs the customer. */
export default function AcceptPaymentDialog( props: LinkDialogProps ) {
	const { link } = props;

	return (
		<ResolveAlert
			{ ...props }
			acceptsPayment
			explanation={ sprintf(
				/* translators: 1: order number. 2: amount. */
				__(
					'This marks order %1$s as paid with this payment of %2$s. WooCommerce sends its usual emails.',
					'multisafepay-payment-links'
				),
				link.wc_order_number,
				formatMoney( link.amount, link.currency )
			) }
			text={ __( 'Accept payment', 'multisafepay-payment-links' ) }
			doneMessage={ sprintf(
				/* translators: %s: order number. */
				__(
					'Payment accepted. Order %s is paid.',
					'multisafepay-payment-links'
				),
				link.wc_order_number
			) }
		/>
	);
}
