import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';
import type { LinkDialogProps } from '../shared/components/link-dialog';
import { formatTime } from '../shared/utils/dates';
import { formatMoney } from '../shared/utils/money';
import { statusLabel } from '../shared/utils/status';
import { LinkFacts } from '../sharing/LinkFacts';
import { NotPayableNotice, payableUrl } from '../sharing/NotPayableNotice';
import { QrPicture } from '../sharing/qr/QrPicture';
import { usePaymentWatch, type PaymentWatch } from './usePaymentWatch';

/** Shows the QR code and waits until the customer has paid. */
export default function WaitForPaymentDialog( {
	link,
	config,
	client,
	showLink,
	close,
}: LinkDialogProps ) {
	const watch = usePaymentWatch( {
		link,
		client,
		initialDelay: config.poll_seconds * 1000,
		showLink,
		statusMessage,
		timeoutMessage,
	} );
	const url = payableUrl( link );

	if ( link.status === 'completed' ) {
		return <Paid link={ link } close={ close } />;
	}

	return (
		<div className="msp-payment-links__share">
			{ url === null && link.status !== 'uncleared' ? (
				<NotPayableNotice link={ link } />
			) : (
				<>
					<LinkFacts link={ link } />
					{ url !== null && <QrPicture link={ link } url={ url } /> }
					<p className="msp-payment-links__watch">
						{ watchMessage( link, watch ) }
					</p>
					{ watch.error !== null && (
						<p className="msp-payment-links__error">
							{ watch.error }
						</p>
					) }
					<Button
						variant={
							watch.phase === 'timed_out'
								? 'primary'
								: 'secondary'
						}
						onClick={ watch.checkNow }
					>
						{ __( 'Check now', 'multisafepay-payment-links' ) }
					</Button>
				</>
			) }
		</div>
	);
}

function Paid( { link, close }: { link: Link; close: () => void } ) {
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => heading.current?.focus(), [] );

	return (
		<div className="msp-payment-links__share is-paid">
			<span className="msp-payment-links__tick" aria-hidden="true">
				✓
			</span>
			<h2 ref={ heading } tabIndex={ -1 }>
				{ __( 'Paid', 'multisafepay-payment-links' ) }
			</h2>
			<LinkFacts link={ { ...link, expires_at: null } } />
			<Button variant="primary" onClick={ close }>
				{ __( 'Done', 'multisafepay-payment-links' ) }
			</Button>
		</div>
	);
}

function watchMessage( link: Link, watch: PaymentWatch ): string {
	if ( watch.phase === 'timed_out' ) {
		return timeoutMessage();
	}

	const line =
		link.status === 'active'
			? __( 'Waiting for the customer…', 'multisafepay-payment-links' )
			: statusMessage( link );
	return watch.checkedAt === null
		? line
		: `${ line } ${ sprintf(
				/* translators: %s: time of the day. */
				__( 'Checked at %s.', 'multisafepay-payment-links' ),
				formatTime( watch.checkedAt )
		  ) }`;
}

function statusMessage( {
	status,
	order_id: orderId,
	amount,
	currency,
}: Link ) {
	switch ( status ) {
		case 'completed':
			return sprintf(
				/* translators: 1: order ID of the link. 2: amount. */
				__(
					'Payment link %1$s is paid: %2$s.',
					'multisafepay-payment-links'
				),
				orderId,
				formatMoney( amount, currency )
			);
		case 'declined':
			return __(
				'The last try was declined. The customer can try again.',
				'multisafepay-payment-links'
			);
		case 'uncleared':
			return __(
				'The customer has paid, and MultiSafepay is reviewing the payment. Do not hand anything over yet.',
				'multisafepay-payment-links'
			);
		default:
			return sprintf(
				/* translators: 1: order ID of the link. 2: its status. */
				__( '%1$s: %2$s', 'multisafepay-payment-links' ),
				orderId,
				statusLabel( status )
			);
	}
}

function timeoutMessage(): string {
	return __(
		'Nobody has paid in the last 15 minutes. The page has stopped looking.',
		'multisafepay-payment-links'
	);
}
