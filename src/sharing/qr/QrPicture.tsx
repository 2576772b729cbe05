import { useMemo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { formatMoney } from '../../shared/utils/money';
import { svgPath, qrCode } from './qr';

type Props = {
	link: Link;
	url: string;
};

/** The code is always black on white, because cameras need the contrast. */
export function QrPicture( { link, url }: Props ) {
	const { size, path } = useMemo( () => {
		const code = qrCode( url );
		return { size: code.size, path: svgPath( code ) };
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
