import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { staleMessage } from '../../link-actions/due';
import type { Balance, Link } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';
import { QuestionNotice } from '../../shared/components/QuestionNotice';
import { useNow } from '../../shared/hooks/useNow';
import { formatMoney } from '../../shared/utils/money';
import { openLinks } from '../../shared/utils/status';

type Props = {
	/** All links of the order. */
	links: readonly Link[];
	balance: Balance | null;
	onReplace: ( link: Link ) => void;
	onKeep: () => void;
	onCancel: () => void;
};

/** Asks what to do with open links before another one is created, because the customer could pay both. */
export function OpenLinksNotice( {
	links,
	balance,
	onReplace,
	onKeep,
	onCancel,
}: Props ) {
	const open = openLinks( links, useNow() );

	return (
		<QuestionNotice
			question={ _n(
				'The customer can still pay with the link below. With two links for the same debt, they may pay twice. What do you want to do?',
				'The customer can still pay with the links below. With several links for the same debt, they may pay twice. What do you want to do?',
				open.length,
				'multisafepay-payment-links'
			) }
		>
			{ open.map( ( link ) => (
				<OpenLinkChoice
					key={ link.id }
					link={ link }
					balance={ balance }
					onReplace={ () => onReplace( link ) }
				/>
			) ) }
			<div className="msp-payment-links__actions">
				<Button variant="tertiary" onClick={ onKeep }>
					{ __(
						'Keep it and make another',
						'multisafepay-payment-links'
					) }
				</Button>
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</QuestionNotice>
	);
}

function OpenLinkChoice( {
	link,
	balance,
	onReplace,
}: {
	link: Link;
	balance: Balance | null;
	onReplace: () => void;
} ) {
	const { order_id: orderId, payment_url: url } = link;

	return (
		<>
			<p>
				<strong>
					{ sprintf(
						/* translators: 1: order ID of the link. 2: amount. */
						__( '%1$s for %2$s', 'multisafepay-payment-links' ),
						orderId,
						formatMoney( link.amount, link.currency )
					) }
				</strong>
			</p>
			{ link.stale && <p>{ staleMessage( link, balance ) }</p> }
			<div className="msp-payment-links__actions">
				{ url !== null && (
					<CopyButton
						url={ url }
						orderId={ orderId }
						variant={ link.stale ? 'secondary' : 'primary' }
					/>
				) }
				<Button
					variant={ link.stale ? 'primary' : 'secondary' }
					aria-label={ sprintf(
						/* translators: %s: order ID of the link. */
						__(
							'Replace with a new link: %s',
							'multisafepay-payment-links'
						),
						orderId
					) }
					onClick={ onReplace }
				>
					{ __(
						'Replace with a new link',
						'multisafepay-payment-links'
					) }
				</Button>
			</div>
		</>
	);
}
