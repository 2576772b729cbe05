import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Balance, Link } from '../../shared/api/schemas';
import { formatMoney } from '../../shared/utils/money';
import { staleMessage } from '../due';

type Props = {
	link: Link;
	balance: Balance | null;
	isRenewing: boolean;
	/** Null if the link cannot be renewed now. */
	onRenew: ( () => void ) | null;
};

/** Explains that the amount of the link is outdated, and renews the link. */
export function StaleLinkNotice( {
	link,
	balance,
	isRenewing,
	onRenew,
}: Props ) {
	const isAmountDue = balance === null || balance.due > 0;
	const text =
		balance === null
			? __( 'Renew link', 'multisafepay-payment-links' )
			: sprintf(
					/* translators: %s: amount. */
					__( 'Renew for %s', 'multisafepay-payment-links' ),
					formatMoney( balance.due, balance.currency )
			  );

	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
			spokenMessage=""
		>
			<p>{ staleMessage( link, balance ) }</p>
			{ onRenew !== null && isAmountDue && (
				<>
					<p>
						{ __(
							'Creates a new link and cancels this one.',
							'multisafepay-payment-links'
						) }
					</p>
					<Button
						variant="primary"
						isBusy={ isRenewing }
						disabled={ isRenewing }
						accessibleWhenDisabled
						aria-label={ `${ text } (${ link.order_id })` }
						onClick={ onRenew }
					>
						{ isRenewing
							? __( 'Renewing…', 'multisafepay-payment-links' )
							: text }
					</Button>
				</>
			) }
		</Notice>
	);
}
