import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { formatMoney } from '../utils/money';
import { staleWords, type Owed } from '../utils/owed';

type Props = {
	link: Link;
	owed: Owed | null;
	isRenewing: boolean;
	/** Null while it cannot be done. */
	onRenew: ( () => void ) | null;
};

/** Marks a link that asks the wrong amount; one press puts a right one in its place. */
export function StaleMark( { link, owed, isRenewing, onRenew }: Props ) {
	const isOwed = owed === null || owed.amount > 0;
	const text =
		owed === null
			? __( 'Renew link', 'multisafepay-payment-links' )
			: sprintf(
					/* translators: %s: amount. */
					__( 'Renew for %s', 'multisafepay-payment-links' ),
					formatMoney( owed.amount, owed.currency )
			  );

	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
			spokenMessage=""
		>
			<p>{ staleWords( link, owed ) }</p>
			{ onRenew !== null && isOwed && (
				<>
					<p>
						{ __(
							'Renewing makes a new link first, then retires this one.',
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
