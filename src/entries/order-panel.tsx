import { createRoot } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { PaymentLinksPanel } from '../order-panel/components/PaymentLinksPanel';
import { panelConfigSchema } from '../order-panel/config';
import { paymentLinksClient } from '../shared/api/payment-links';
import { readConfig } from '../shared/api/screen-config';
import { ErrorNotice } from '../shared/components/ErrorNotice';
import { setCurrencyExponents } from '../shared/utils/money';
import '../link-actions/link-actions.scss';
import '../shared/styles/panel.scss';
import '../sharing/sharing.scss';
import '../payments/payments.scss';
import '../link-form/link-form.scss';
import '../order-panel/order-panel.scss';

const node = document.getElementById( 'multisafepay-payment-links-panel' );

if ( node !== null ) {
	const config = readConfig( panelConfigSchema, node );
	setCurrencyExponents( config?.currency_exponents ?? [] );

	createRoot( node ).render(
		config === null ? (
			<ErrorNotice
				message={ __(
					'The payment links of this order could not be read. Reload the page; if it happens again, tell your shop manager.',
					'multisafepay-payment-links'
				) }
			/>
		) : (
			<PaymentLinksPanel
				config={ config }
				client={ paymentLinksClient }
			/>
		)
	);
}
