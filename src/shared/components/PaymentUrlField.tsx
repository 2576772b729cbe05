import { TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type Props = {
	url: string;
	help?: string;
};

/** Read-only field with the URL of a payment link. */
export function PaymentUrlField( { url, help }: Props ) {
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className="msp-payment-links__payment-url"
			dir="ltr"
			label={ __( 'Payment link', 'multisafepay-payment-links' ) }
			help={ help }
			value={ url }
			readOnly
			onChange={ () => undefined }
			onFocus={ ( event ) => event.target.select() }
		/>
	);
}
