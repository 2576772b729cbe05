import { createRoot } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { batchClient } from '../batches/client';
import { linksPageClient } from '../links-page/client';
import { LinksPage } from '../links-page/components/LinksPage';
import { linksConfigSchema } from '../links-page/config';
import { phoneOrderClient } from '../new-orders/phone-order/client';
import { paymentLinksClient } from '../shared/api/payment-links';
import { readConfig } from '../shared/api/screen-config';
import { ErrorNotice } from '../shared/components/ErrorNotice';
import { setCurrencyExponents } from '../shared/utils/money';
import '../links-page/links-page.scss';
import '../batches/batches.scss';
import '../link-actions/link-actions.scss';
import '../shared/styles/panel.scss';
import '../sharing/sharing.scss';
import '../payments/payments.scss';
import '../link-form/link-form.scss';
import '../new-orders/phone-order/phone-order.scss';

const node = document.getElementById( 'multisafepay-payment-links-list' );

if ( node !== null ) {
	const config = readConfig( linksConfigSchema, node );
	setCurrencyExponents( config?.currency_exponents ?? [] );

	createRoot( node ).render(
		config === null ? (
			<ErrorNotice
				message={ __(
					'The payment links could not be read. Reload the page; if it happens again, tell your shop manager.',
					'multisafepay-payment-links'
				) }
			/>
		) : (
			<LinksPage
				config={ config }
				client={ paymentLinksClient }
				list={ linksPageClient }
				batches={ batchClient }
				phoneOrders={ phoneOrderClient }
			/>
		)
	);
}
