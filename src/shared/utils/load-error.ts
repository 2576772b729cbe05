import { __ } from '@wordpress/i18n';

/** What to say when a file of the plugin that is loaded on demand does not come. */
export function loadFailureWords(): string {
	return __(
		'This part of the page could not be loaded. Check your internet connection, then try again. If the plugin has just been updated, reload the page.',
		'multisafepay-payment-links'
	);
}
