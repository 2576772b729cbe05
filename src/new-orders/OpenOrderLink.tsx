import { __, sprintf } from '@wordpress/i18n';

type Props = {
	url: string;
	/** Order number as displayed in the shop. */
	number: string;
};

/** Link to the screen of a new order. */
export function OpenOrderLink( { url, number }: Props ) {
	return (
		<a href={ url }>
			{ sprintf(
				/* translators: %s: number of an order. */
				__( 'Open order %s', 'multisafepay-payment-links' ),
				number
			) }
		</a>
	);
}
