import { TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type Props = {
	url: string;
	help?: string;
};

/** The address of a link, for selecting and reading. */
export function AddressField( { url, help }: Props ) {
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className="msp-payment-links__address"
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
