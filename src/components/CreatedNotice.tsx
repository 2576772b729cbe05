import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { formatMoney } from '../utils/money';
import { isPayable, statusLabel } from '../utils/status';
import { AddressField } from './AddressField';
import { CopyButton } from './CopyButton';
import { OpenLink } from './OpenLink';

type Props = {
	link: Link;
	askedAmount: number;
	onDone: () => void;
};

/** Hands over the new link: one more Enter copies it. */
export function CreatedNotice( { link, askedAmount, onDone }: Props ) {
	const { payment_url: url, order_id: orderId } = link;
	const amount = formatMoney( link.amount, link.currency );
	const isReady = url !== null && isPayable( link.status );
	const isPaid = link.status === 'completed';
	const message = messageOf( link, amount );

	return (
		<Notice
			className="msp-payment-links__notice"
			status={ isReady || isPaid ? 'success' : 'warning' }
			isDismissible={ false }
			spokenMessage={ message }
		>
			<p>{ message }</p>
			{ link.amount !== askedAmount && (
				<p>
					<strong>
						{ sprintf(
							/* translators: %s: amount. */
							__(
								'An earlier try had already made this link, for %s. Nothing was made twice.',
								'multisafepay-payment-links'
							),
							amount
						) }
					</strong>
				</p>
			) }
			{ isReady && <AddressField url={ url } /> }
			<div className="msp-payment-links__actions">
				{ isReady && (
					<>
						<CopyButton
							url={ url }
							orderId={ orderId }
							variant="primary"
							isFocusedAtFirst
						/>
						<OpenLink url={ url } orderId={ orderId } />
					</>
				) }
				<Button variant="tertiary" onClick={ onDone }>
					{ __( 'Done', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</Notice>
	);
}

function messageOf( link: Link, amount: string ): string {
	const { order_id: orderId, status } = link;
	if ( status === 'completed' ) {
		return sprintf(
			/* translators: 1: order ID of the link. 2: amount. */
			__(
				'Payment link %1$s is paid: %2$s.',
				'multisafepay-payment-links'
			),
			orderId,
			amount
		);
	}
	if ( link.payment_url !== null && isPayable( status ) ) {
		return sprintf(
			/* translators: 1: order ID of the link. 2: amount. */
			__(
				'Payment link %1$s for %2$s is ready. Copy it and send it to the customer.',
				'multisafepay-payment-links'
			),
			orderId,
			amount
		);
	}
	return sprintf(
		/* translators: 1: order ID of the link. 2: its status. */
		__(
			'Payment link %1$s cannot be paid now. Status: %2$s.',
			'multisafepay-payment-links'
		),
		orderId,
		statusLabel( status )
	);
}
