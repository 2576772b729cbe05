import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';
import { PaymentUrlField } from '../../shared/components/PaymentUrlField';
import { formatMoney } from '../../shared/utils/money';
import {
	isPayable,
	displayStatus,
	statusLabel,
} from '../../shared/utils/status';
import { SEND, WAIT_FOR_PAYMENT } from '../actions';
import type { LinkCommands } from '../commands';
import { ActionButton } from './ActionButton';
import { OpenLinkButton } from './OpenLinkButton';

type Props = {
	link: Link;
	requestedAmount: number;
	/** The link that was duplicated or replaced. */
	original: Link | null;
	isCancellingOriginal: boolean;
	openDialog: LinkCommands[ 'openDialog' ];
	onDone: () => void;
};

/** Shows the new link. The copy button has the focus, so that Enter copies the link. */
export function CreatedNotice( {
	link,
	requestedAmount,
	original,
	isCancellingOriginal,
	openDialog,
	onDone,
}: Props ) {
	const { payment_url: url, order_id: orderId } = link;
	const amount = formatMoney( link.amount, link.currency );
	const isReady = url !== null && isPayable( link.status );
	const isPaid = link.status === 'completed';
	const message = createdMessage( link, amount );
	const originalText =
		original === null
			? null
			: originalMessage( original, isCancellingOriginal );

	return (
		<Notice
			className="msp-payment-links__notice"
			status={ isReady || isPaid ? 'success' : 'warning' }
			isDismissible={ false }
			spokenMessage={ [ message, originalText ].join( ' ' ).trim() }
		>
			<p>{ message }</p>
			{ originalText !== null && <p>{ originalText }</p> }
			{ link.amount !== requestedAmount && (
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
			{ isReady && <PaymentUrlField url={ url } /> }
			<div className="msp-payment-links__actions">
				{ isReady && (
					<>
						<CopyButton
							url={ url }
							orderId={ orderId }
							variant="primary"
							focusOnMount
						/>
						<OpenLinkButton url={ url } orderId={ orderId } />
						{ [ SEND, WAIT_FOR_PAYMENT ].map( ( action ) => (
							<ActionButton
								key={ action.id }
								action={ action }
								link={ link }
								variant="secondary"
								onClick={ () =>
									openDialog( action.dialog, link )
								}
							/>
						) ) }
					</>
				) }
				<Button variant="tertiary" onClick={ onDone }>
					{ __( 'Done', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</Notice>
	);
}

function createdMessage( link: Link, amount: string ): string {
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

/** Describes the status of the original link. */
function originalMessage( original: Link, isCancelling: boolean ): string {
	const { order_id: orderId } = original;
	const status = displayStatus( original, new Date() );
	if ( status === 'cancelled' ) {
		return sprintf(
			/* translators: %s: order ID of a link. */
			__(
				'%s is cancelled: nobody can pay it any more.',
				'multisafepay-payment-links'
			),
			orderId
		);
	}
	if ( ! isPayable( status ) ) {
		return sprintf(
			/* translators: 1: order ID of a link. 2: its status. */
			__(
				'%1$s was not cancelled. Status: %2$s.',
				'multisafepay-payment-links'
			),
			orderId,
			statusLabel( status )
		);
	}

	return isCancelling
		? sprintf(
				/* translators: %s: order ID of a link. */
				__(
					'%s could not be cancelled yet and can still be paid; the shop keeps trying.',
					'multisafepay-payment-links'
				),
				orderId
		  )
		: sprintf(
				/* translators: %s: order ID of a link. */
				__(
					'%s stays open: both links can be paid.',
					'multisafepay-payment-links'
				),
				orderId
		  );
}
