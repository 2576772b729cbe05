import { Button, Notice, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';
import { formatMoney } from '../../shared/utils/money';
import { OpenOrderLink } from '../OpenOrderLink';

type Props = {
	/** Link of the new order. */
	link: Link;
	onClose: () => void;
};

/** Shows the new order and its link. The copy button has the focus, so that Enter copies the link. */
export function DuplicatedOrder( { link, onClose }: Props ) {
	const { payment_url: url, edit_url: editUrl } = link;
	const message = sprintf(
		/* translators: 1: number of an order. 2: amount. */
		__(
			'Order %1$s is there, with a payment link for %2$s.',
			'multisafepay-payment-links'
		),
		link.wc_order_number,
		formatMoney( link.amount, link.currency )
	);

	return (
		<>
			<Notice
				className="msp-payment-links__notice"
				status="success"
				isDismissible={ false }
				spokenMessage={ message }
			>
				<p>{ message }</p>
				{ editUrl !== null && (
					<p>
						<OpenOrderLink
							url={ editUrl }
							number={ link.wc_order_number }
						/>
					</p>
				) }
			</Notice>
			{ url !== null && (
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className="msp-payment-links__payment-url"
					dir="ltr"
					label={ __( 'Payment link', 'multisafepay-payment-links' ) }
					value={ url }
					readOnly
					onChange={ () => undefined }
					onFocus={ ( event ) => event.target.select() }
				/>
			) }
			<div className="msp-payment-links__actions">
				{ url !== null && (
					<CopyButton
						url={ url }
						orderId={ link.order_id }
						variant="primary"
						focusOnMount
					/>
				) }
				<Button variant="tertiary" onClick={ onClose }>
					{ __( 'Close', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</>
	);
}
