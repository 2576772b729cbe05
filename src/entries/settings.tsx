import { Notice } from '@wordpress/components';
import { createRoot } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { settingsClient } from '../settings/client';
import { SettingsScreen } from '../settings/components/SettingsScreen';
import { settingsConfigSchema } from '../settings/schemas';
import { readConfig } from '../shared/api/screen-config';
import '../settings/settings.scss';

const node = document.getElementById( 'multisafepay-payment-links-settings' );

if ( node !== null ) {
	const config = readConfig( settingsConfigSchema, node );

	createRoot( node ).render(
		config === null ? (
			<Notice status="error" isDismissible={ false }>
				{ __(
					'The settings could not be read. Reload the page.',
					'multisafepay-payment-links'
				) }
			</Notice>
		) : (
			<SettingsScreen config={ config } client={ settingsClient } />
		)
	);
}
