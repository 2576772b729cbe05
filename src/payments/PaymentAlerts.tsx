import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { rowId } from './row-id';

/** Says at the top of the panel which links a person has to look at; the words are in their rows. */
export function Alarms( { links }: { links: readonly Link[] } ) {
	const alarming = links.filter( ( { alarm } ) => alarm !== null );

	return alarming.length === 0 ? null : (
		<Notice
			className="msp-payment-links__notice"
			status="error"
			isDismissible={ false }
			spokenMessage=""
		>
			{ alarming.map( ( { id, order_id: orderId } ) => (
				<p key={ id }>
					{ sprintf(
						/* translators: %s: order ID of the link. */
						__(
							'Something is wrong with the payment of %s.',
							'multisafepay-payment-links'
						),
						orderId
					) }{ ' ' }
					<Button
						variant="link"
						aria-label={ sprintf(
							/* translators: %s: order ID of the link. */
							__(
								'See what to do about %s',
								'multisafepay-payment-links'
							),
							orderId
						) }
						onClick={ () =>
							document.getElementById( rowId( id ) )?.focus()
						}
					>
						{ __( 'See what to do', 'multisafepay-payment-links' ) }
					</Button>
				</p>
			) ) }
		</Notice>
	);
}

/** What happened to the payment, and what to do. */
export function AlarmNotice( { message }: { message: string } ) {
	return (
		<Notice
			className="msp-payment-links__notice"
			status="error"
			isDismissible={ false }
			spokenMessage=""
		>
			{ message }
		</Notice>
	);
}
