import { __, sprintf } from '@wordpress/i18n';

type Props = {
	url: string;
	/** The number that staff and customers see. */
	number: string;
};

/** Leads to the screen of an order that was made just now. */
export function OpenOrder( { url, number }: Props ) {
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
