import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

type Props = {
	settingsUrl: string;
	canManageSettings: boolean;
};

/** Explains who can add the missing API key, and where. */
export function NotConfiguredNotice( {
	settingsUrl,
	canManageSettings,
}: Props ) {
	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
			actions={
				canManageSettings
					? [
							{
								label: __(
									'Open the settings',
									'multisafepay-payment-links'
								),
								url: settingsUrl,
							},
					  ]
					: []
			}
		>
			{ canManageSettings
				? __(
						'Payment links need an API key of MultiSafepay. Add one in the settings.',
						'multisafepay-payment-links'
				  )
				: __(
						'Payment links are not set up yet. Ask a shop manager to add the API key of MultiSafepay.',
						'multisafepay-payment-links'
				  ) }
		</Notice>
	);
}
