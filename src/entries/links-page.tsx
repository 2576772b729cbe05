import { createRoot } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { restClient } from './api/payment-links';
import { batchClient } from './batches/client';
import { ErrorNotice } from './components/ErrorNotice';
import { linksClient } from './links/client';
import { readLinksConfig } from './links/config';
import { LinksScreen } from './links/LinksScreen';
import { phoneOrderClient } from './phone-order/client';
import './links/links.scss';
import './styles/batches.scss';
import './styles/dialogs.scss';
import './styles/panel.scss';
import './styles/phone-order.scss';

const node = document.getElementById( 'multisafepay-payment-links-list' );

if ( node !== null ) {
	const config = readLinksConfig( node );

	createRoot( node ).render(
		config === null ? (
			<ErrorNotice
				message={ __(
					'The payment links could not be read. Reload the page; if it happens again, tell your shop manager.',
					'multisafepay-payment-links'
				) }
			/>
		) : (
			<LinksScreen
				config={ config }
				client={ restClient }
				list={ linksClient }
				batches={ batchClient }
				phoneOrders={ phoneOrderClient }
			/>
		)
	);
}
