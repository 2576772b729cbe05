import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { AddressField } from '../components/AddressField';
import { CopyButton } from '../components/CopyButton';
import type { LinkDialogProps } from '../components/link-dialog-table';
import { LinkFacts } from './LinkFacts';
import { NotPayable, payableUrl } from './NotPayable';
import { PrintSheet } from './PrintSheet';
import { QrDownloads } from './QrDownloads';
import { QrPicture } from './QrPicture';

/** The link as a QR code: to show, to download, to print. */
export default function QrDialog( { link, config }: LinkDialogProps ) {
	const url = payableUrl( link );
	if ( url === null ) {
		return <NotPayable link={ link } />;
	}

	return (
		<div className="msp-payment-links__share">
			<LinkFacts link={ link } />
			<QrPicture link={ link } url={ url } />
			<AddressField url={ url } />
			<div className="msp-payment-links__actions">
				<CopyButton
					url={ url }
					orderId={ link.order_id }
					variant="primary"
				/>
				<QrDownloads orderId={ link.order_id } url={ url } />
				<Button variant="secondary" onClick={ () => window.print() }>
					{ __( 'Print', 'multisafepay-payment-links' ) }
				</Button>
			</div>
			<PrintSheet link={ link } url={ url } config={ config } />
		</div>
	);
}
