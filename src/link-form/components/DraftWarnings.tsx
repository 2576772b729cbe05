import { Notice, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { WireMessage } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';

type Props = {
	warnings: readonly WireMessage[];
	/** URL of a link that the official MultiSafepay plugin created for this order. */
	officialUrl: string | null;
};

export function DraftWarnings( { warnings, officialUrl }: Props ) {
	if ( warnings.length === 0 ) {
		return null;
	}

	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
		>
			{ warnings.map( ( { code, message } ) => (
				<p key={ code }>{ message }</p>
			) ) }
			{ officialUrl !== null &&
				warnings.some( ( { code } ) => code === 'official_link' ) && (
					<div className="msp-payment-links__actions">
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							className="msp-payment-links__payment-url"
							dir="ltr"
							label={ __(
								'Link of the MultiSafepay plugin',
								'multisafepay-payment-links'
							) }
							value={ officialUrl }
							readOnly
							onChange={ () => undefined }
							onFocus={ ( event ) => event.target.select() }
						/>
						<CopyButton
							url={ officialUrl }
							orderId={ __(
								'of the MultiSafepay plugin',
								'multisafepay-payment-links'
							) }
							variant="secondary"
						/>
					</div>
				) }
		</Notice>
	);
}
