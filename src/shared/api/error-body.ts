import { __ } from '@wordpress/i18n';

import { ApiError, toApiError, type FieldMessages } from './errors';
import { errorBodySchema } from './schemas';

/** Converts an error of `apiFetch` to an `ApiError`. */
export function readApiError( thrown: unknown ): ApiError {
	const parsed = errorBodySchema.safeParse( thrown );
	if ( ! parsed.success ) {
		return toApiError( thrown );
	}

	const { code, message, data } = parsed.data;

	return new ApiError( {
		code,
		message: replacementMessage( code, data?.status ) ?? message,
		status: data?.status ?? null,
		params: fieldMessages( data?.params ),
		errorCode: data?.error_code ?? null,
		linkId: data?.link_id ?? null,
		missingStock: data?.items ?? [],
		createdOrder:
			data?.wc_order_number === undefined || data.edit_url === undefined
				? null
				: { number: data.wc_order_number, editUrl: data.edit_url },
	} );
}

/** Reads the messages by field. PHP encodes an empty map as an empty list. */
function fieldMessages( params: unknown ): FieldMessages {
	const messages: Record< string, string > = {};
	if ( typeof params === 'object' && params !== null ) {
		for ( const [ field, message ] of Object.entries( params ) ) {
			if ( typeof message === 'string' ) {
				messages[ field ] = message;
			}
		}
	}

	return messages;
}

/** Returns a message for errors whose own message does not say what to do next. */
function replacementMessage(
	code: string,
	status: number | undefined
): string | null {
	// After a login in another tab, apiFetch gets a new nonce by itself.
	if ( code === 'rest_cookie_invalid_nonce' || status === 401 ) {
		return __(
			'Your session has expired. Log in again in another tab, then come back and press the button again: what you typed is still here.',
			'multisafepay-payment-links'
		);
	}

	switch ( code ) {
		case 'offline_error':
			return __(
				'You are offline. Check your internet connection, then try again.',
				'multisafepay-payment-links'
			);
		case 'fetch_error':
			return __(
				'The shop did not answer. Check your internet connection, then try again.',
				'multisafepay-payment-links'
			);
		case 'invalid_json':
			return __(
				'The shop answered with something unreadable. Please try again; if it happens again, tell your shop manager.',
				'multisafepay-payment-links'
			);
		case 'rest_no_route':
			return __(
				'The shop does not know this action. Is the plugin still active? Reload the page.',
				'multisafepay-payment-links'
			);
		default:
			return null;
	}
}
