import { TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { useCopyToClipboard } from '../../shared/hooks/useCopyToClipboard';
import { shareMessage, smsUrl, whatsAppUrl } from './share-message';
import { ShareButton } from './ShareButton';

type Props = Pick<
	LinkDialogProps,
	'link' | 'config' | 'client' | 'showLink'
> & {
	url: string;
};

/** Message with the link, for WhatsApp, text messages and other apps. */
export function ShareMessage( { url, config, ...shared }: Props ) {
	const { phone } = config.share;
	const [ message, setMessage ] = useState( () =>
		shareMessage( shared.link, url, config )
	);
	const { copyState, copy } = useCopyToClipboard( {
		copied: __( 'Message copied.', 'multisafepay-payment-links' ),
		failed: __(
			'Copying did not work. Select the message and copy it by hand.',
			'multisafepay-payment-links'
		),
	} );

	return (
		<div
			role="group"
			aria-label={ __( 'By message', 'multisafepay-payment-links' ) }
			className="msp-payment-links__compose"
		>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'Message', 'multisafepay-payment-links' ) }
				help={
					phone === ''
						? __(
								'The order has no phone number that can be used: choose the customer in WhatsApp or in your text messages.',
								'multisafepay-payment-links'
						  )
						: sprintf(
								/* translators: %s: phone number. */
								__(
									'WhatsApp and text messages go to %s.',
									'multisafepay-payment-links'
								),
								phone
						  )
				}
				value={ message }
				onChange={ setMessage }
				rows={ 6 }
				dir="auto"
			/>
			<div className="msp-payment-links__actions">
				<ShareButton
					{ ...shared }
					channel="whatsapp"
					text={ __( 'WhatsApp', 'multisafepay-payment-links' ) }
					href={ whatsAppUrl( phone, message ) }
					isInNewTab
				/>
				<ShareButton
					{ ...shared }
					channel="sms"
					text={ __( 'Text message', 'multisafepay-payment-links' ) }
					href={ smsUrl( phone, message ) }
				/>
				<ShareButton
					{ ...shared }
					channel="copy"
					text={
						copyState === 'copied'
							? __( 'Copied', 'multisafepay-payment-links' )
							: __( 'Copy message', 'multisafepay-payment-links' )
					}
					share={ () => copy( message ) }
				/>
			</div>
			{ copyState === 'failed' && (
				<p className="msp-payment-links__error">
					{ __(
						'This browser does not let the page copy. Select the message and copy it by hand.',
						'multisafepay-payment-links'
					) }
				</p>
			) }
		</div>
	);
}
