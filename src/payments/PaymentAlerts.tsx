import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';
import { rowId } from '../shared/utils/row-id';

/** Lists the links whose payment must be checked. Their rows say what to do. */
export function PaymentAlerts( { links }: { links: readonly Link[] } ) {
	const linksWithAlert = links.filter( ( link ) => link.alert !== null );

	return linksWithAlert.length === 0 ? null : (
		<Notice
			className="msp-payment-links__notice"
			status="error"
			isDismissible={ false }
			spokenMessage=""
		>
			{ linksWithAlert.map( ( { id, order_id: orderId } ) => (
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
