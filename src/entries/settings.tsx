import { Notice } from '@wordpress/components';
import { createRoot } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { restClient } from './settings/client';
import { readSettingsConfig } from './settings/config';
import { SettingsScreen } from './settings/SettingsScreen';
import './settings/settings.scss';

const node = document.getElementById( 'multisafepay-payment-links-settings' );

if ( node !== null ) {
	const config = readSettingsConfig( node );

	createRoot( node ).render(
		config === null ? (
			<Notice status="error" isDismissible={ false }>
				{ __(
					'The settings could not be read. Reload the page.',
					'multisafepay-payment-links'
				) }
			</Notice>
		) : (
			<SettingsScreen config={ config } client={ restClient } />
		)
	);
}
