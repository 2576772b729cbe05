import { Button, VisuallyHidden } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type Props = {
	url: string;
	orderId: string;
};

/** Opens the payment page of the customer. */
export function OpenLinkButton( { url, orderId }: Props ) {
	return (
		<Button
			variant="secondary"
			href={ url }
			target="_blank"
			rel="noopener noreferrer"
		>
			{ __( 'Open link', 'multisafepay-payment-links' ) }
			<VisuallyHidden>
				{ ` ${ orderId } ${ __(
					'(opens in a new tab)',
					'multisafepay-payment-links'
				) }` }
			</VisuallyHidden>
		</Button>
	);
}
