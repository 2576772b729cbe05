import { createPortal, useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { PanelConfig } from '../api/panel-config';
import type { Link } from '../api/schemas';
import { formatMoney } from '../utils/money';
import { customerTime } from './customer-time';
import { expiryLine, orderLine } from './LinkFacts';
import { QrPicture } from './QrPicture';

/** While it is there, this is what the page prints, also by Ctrl+P. */
const PRINTS = 'msp-payment-links-prints';

type Props = {
	link: Link;
	url: string;
	config: PanelConfig;
};

/** A sheet for the customer; only paper shows it. */
export function PrintSheet( { link, url, config }: Props ) {
	useEffect( () => {
		document.body.classList.add( PRINTS );
		return () => document.body.classList.remove( PRINTS );
	}, [] );

	// Beside everything else in the page, so that all of that can be left out.
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
			<p className="msp-payment-links__sheet-address" dir="ltr">
				{ url }
			</p>
			{ link.expires_at !== null && (
				<p>
					{ expiryLine(
						customerTime( link.expires_at, config.timezone )
					) }
				</p>
			) }
		</div>,
		document.body
	);
}
