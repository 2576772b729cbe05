import { useMemo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { formatMoney } from '../utils/money';
import { pathOf, qrCode } from './qr';

type Props = {
	link: Link;
	url: string;
};

/** The code, black on white whatever the colours of the screen are: cameras want that. */
export function QrPicture( { link, url }: Props ) {
	const { size, path } = useMemo( () => {
		const code = qrCode( url );
		return { size: code.size, path: pathOf( code ) };
	}, [ url ] );

	return (
		<svg
			className="msp-payment-links__qr"
			viewBox={ `0 0 ${ size } ${ size }` }
			shapeRendering="crispEdges"
			role="img"
			aria-label={ sprintf(
				/* translators: 1: order ID of the link. 2: amount. */
				__(
					'QR code of payment link %1$s for %2$s',
					'multisafepay-payment-links'
				),
				link.order_id,
				formatMoney( link.amount, link.currency )
			) }
		>
			<rect width={ size } height={ size } fill="#fff" />
			<path d={ path } fill="#000" />
		</svg>
	);
}
