import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { CopyButton } from '../../shared/components/CopyButton';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { PaymentUrlField } from '../../shared/components/PaymentUrlField';
import { LinkFacts } from '../LinkFacts';
import { NotPayableNotice, payableUrl } from '../NotPayableNotice';
import { PrintSheet } from './PrintSheet';
import { QrDownloads } from './QrDownloads';
import { QrPicture } from './QrPicture';

/** Shows the QR code of the link, for scanning, downloading and printing. */
export default function QrDialog( { link, config }: LinkDialogProps ) {
	const url = payableUrl( link );
	if ( url === null ) {
		return <NotPayableNotice link={ link } />;
	}

	return (
		<div className="msp-payment-links__share">
			<LinkFacts link={ link } />
			<QrPicture link={ link } url={ url } />
			<PaymentUrlField url={ url } />
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
