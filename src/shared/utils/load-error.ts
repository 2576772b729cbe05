import { __ } from '@wordpress/i18n';

/** Message for a script of the plugin that cannot be loaded. */
export function loadErrorMessage(): string {
	return __(
		'This part of the page could not be loaded. Check your internet connection, then try again. If the plugin has just been updated, reload the page.',
		'multisafepay-payment-links'
	);
}
