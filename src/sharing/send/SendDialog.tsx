import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { LinkFacts } from '../LinkFacts';
import { NotPayableNotice, payableUrl } from '../NotPayableNotice';
import { EmailForm } from './EmailForm';
import { ShareMessage } from './ShareMessage';

/** Ways to send the link to the customer. */
export default function SendDialog( {
	link,
	config,
	client,
	showLink,
}: LinkDialogProps ) {
	const url = payableUrl( link );
	if ( url === null ) {
		return <NotPayableNotice link={ link } />;
	}

	return (
		<div className="msp-payment-links__send">
			<LinkFacts link={ link } />
			<h2>{ __( 'By e-mail', 'multisafepay-payment-links' ) }</h2>
			{ config.share.email_enabled ? (
				<EmailForm
					link={ link }
					client={ client }
					showLink={ showLink }
				/>
			) : (
				<Notice
					className="msp-payment-links__notice"
					status="warning"
					isDismissible={ false }
				>
					{ __(
						'The e-mail “Payment link” is switched off in WooCommerce > Settings > Emails.',
						'multisafepay-payment-links'
					) }
				</Notice>
			) }
			<h2>{ __( 'By message', 'multisafepay-payment-links' ) }</h2>
			<ShareMessage
				link={ link }
				url={ url }
				config={ config }
				client={ client }
				showLink={ showLink }
			/>
		</div>
	);
}
