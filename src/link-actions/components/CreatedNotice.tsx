import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import type { LinkCommands } from '../hooks/useLinkCommands';
import { formatMoney } from '../utils/money';
import { isPayable, shownStatus, statusLabel } from '../utils/status';
import { AddressField } from './AddressField';
import { CopyButton } from './CopyButton';
import { OpenLink } from './OpenLink';

type Props = {
	link: Link;
	askedAmount: number;
	/** The link that this one is a duplicate of, as it is now. */
	original: Link | null;
	isRetiringOriginal: boolean;
	openDialog: LinkCommands[ 'openDialog' ];
	onDone: () => void;
};

/** Hands over the new link: one more Enter copies it. */
export function CreatedNotice( {
	link,
	askedAmount,
	original,
	isRetiringOriginal,
	openDialog,
	onDone,
}: Props ) {
	const { payment_url: url, order_id: orderId } = link;
	const amount = formatMoney( link.amount, link.currency );
	const isReady = url !== null && isPayable( link.status );
	const isPaid = link.status === 'completed';
	const message = messageOf( link, amount );
	const aboutOriginal =
		original === null ? null : outcomeOf( original, isRetiringOriginal );

	return (
		<Notice
			className="msp-payment-links__notice"
			status={ isReady || isPaid ? 'success' : 'warning' }
			isDismissible={ false }
			spokenMessage={ [ message, aboutOriginal ].join( ' ' ).trim() }
		>
			<p>{ message }</p>
			{ aboutOriginal !== null && <p>{ aboutOriginal }</p> }
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
						<Button
							variant="secondary"
							aria-label={ sprintf(
								/* translators: %s: order ID of the link. */
								__( 'Send %s', 'multisafepay-payment-links' ),
								orderId
							) }
							onClick={ () => openDialog( 'send', link ) }
						>
							{ __( 'Send', 'multisafepay-payment-links' ) }
						</Button>
						<Button
							variant="secondary"
							aria-label={ sprintf(
								/* translators: %s: order ID of the link. */
								__(
									'Wait for payment of %s',
									'multisafepay-payment-links'
								),
								orderId
							) }
							onClick={ () => openDialog( 'waiting', link ) }
						>
							{ __(
								'Wait for payment',
								'multisafepay-payment-links'
							) }
						</Button>
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

/** Says what became of the link that the new one takes the place of. */
function outcomeOf( original: Link, isRetiring: boolean ): string {
	const { order_id: orderId } = original;
	const status = shownStatus( original, new Date() );
	if ( status === 'cancelled' ) {
		return sprintf(
			/* translators: %s: order ID of a link. */
			__(
				'%s is retired: nobody can pay it any more.',
				'multisafepay-payment-links'
			),
			orderId
		);
	}
	if ( ! isPayable( status ) ) {
		return sprintf(
			/* translators: 1: order ID of a link. 2: its status. */
			__(
				'%1$s was not retired. Status: %2$s.',
				'multisafepay-payment-links'
			),
			orderId,
			statusLabel( status )
		);
	}

	return isRetiring
		? sprintf(
				/* translators: %s: order ID of a link. */
				__(
					'%s could not be retired yet and can still be paid; the shop keeps trying.',
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
