import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { formatMoney } from '../../shared/utils/money';
import { staleMessage, type AmountDue } from '../due';

type Props = {
	link: Link;
	due: AmountDue | null;
	isRenewing: boolean;
	/** Null if the link cannot be renewed now. */
	onRenew: ( () => void ) | null;
};

/** Explains that the amount of the link is outdated, and renews the link. */
export function StaleLinkNotice( { link, due, isRenewing, onRenew }: Props ) {
	const isAmountDue = due === null || due.amount > 0;
	const text =
		due === null
			? __( 'Renew link', 'multisafepay-payment-links' )
			: sprintf(
					/* translators: %s: amount. */
					__( 'Renew for %s', 'multisafepay-payment-links' ),
					formatMoney( due.amount, due.currency )
			  );

	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
			spokenMessage=""
		>
			<p>{ staleMessage( link, due ) }</p>
			{ onRenew !== null && isAmountDue && (
				<>
					<p>
						{ __(
							'Renewing makes a new link first, then cancels this one.',
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
