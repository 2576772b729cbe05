import { createPortal, useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import type { ScreenConfig } from '../../shared/api/screen-config';
import { formatMoney } from '../../shared/utils/money';
import { formatCustomerTime } from '../format-customer-time';
import { expiryLine, orderLine } from '../LinkFacts';
import { QrPicture } from './QrPicture';

/** With this class on the body, only the sheet is printed, also with Ctrl+P. */
const PRINTING_CLASS = 'msp-payment-links-printing';

type Props = {
	link: Link;
	url: string;
	config: ScreenConfig;
};

/** Printable sheet for the customer. It is hidden on screens. */
export function PrintSheet( { link, url, config }: Props ) {
	useEffect( () => {
		document.body.classList.add( PRINTING_CLASS );
		return () => document.body.classList.remove( PRINTING_CLASS );
	}, [] );

	// A direct child of the body, so that print styles can hide all other children.
	return createPortal(
		<div className="msp-payment-links__sheet">
			<h1>{ config.share.shop_name }</h1>
			<p>{ orderLine( link ) }</p>
			<p className="msp-payment-links__share-amount">
				<bdi>{ formatMoney( link.amount, link.currency ) }</bdi>
			</p>
			<QrPicture link={ link } url={ url } />
			<p>
				{ __(
					'Point the camera of your phone at the code, or open this address:',
					'multisafepay-payment-links'
				) }
			</p>
			<p className="msp-payment-links__sheet-url" dir="ltr">
				{ url }
			</p>
			{ link.expires_at !== null && (
				<p>
					{ expiryLine(
						formatCustomerTime( link.expires_at, config.timezone )
					) }
				</p>
			) }
		</div>,
		document.body
	);
}
