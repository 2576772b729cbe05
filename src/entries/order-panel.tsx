import { createRoot } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { readPanelConfig } from './api/panel-config';
import { restClient } from './api/payment-links';
import { ErrorNotice } from './components/ErrorNotice';
import { PaymentLinksPanel } from './components/PaymentLinksPanel';
import './styles/dialogs.scss';
import './styles/panel.scss';

const node = document.getElementById( 'multisafepay-payment-links-panel' );

if ( node !== null ) {
	const config = readPanelConfig( node );

	createRoot( node ).render(
		config === null ? (
			<ErrorNotice
				message={ __(
					'The payment links of this order could not be read. Reload the page; if it happens again, tell your shop manager.',
					'multisafepay-payment-links'
				) }
			/>
		) : (
			<PaymentLinksPanel config={ config } client={ restClient } />
		)
	);
}
