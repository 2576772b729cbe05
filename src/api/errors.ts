import { __ } from '@wordpress/i18n';

import { errorBodySchema, type MissingStock } from './schemas';

/** Messages by field; nested fields are written with dots, e.g. `customer.email`. */
export type FieldMessages = Readonly< Record< string, string > >;

/** An order that was made by copying another. */
export type OrderCopy = {
	readonly number: string;
	readonly editUrl: string;
};

/**
 * A request that gave no usable answer. `message` is written for staff and can be shown as it is.
 */
export class ApiError extends Error {
	/** A code of the REST contract, or one of `apiFetch`: `offline_error`, `fetch_error`, `invalid_json`. */
	readonly code: string;

	/** HTTP status; null when nobody knows, since no readable answer arrived. */
	readonly status: number | null;

	readonly params: FieldMessages;

	/** The provider's own number for the refusal. */
	readonly errorCode: number | null;

	/** Of `link_not_open`: which link to read again. */
	readonly linkId: number | null;

	/** Of `stock_gone`. */
	readonly missingStock: readonly MissingStock[];

	/** The order that was copied before its link failed. */
	readonly orderCopy: OrderCopy | null;

	constructor( details: {
		code: string;
		message: string;
		status?: number | null;
		params?: FieldMessages;
		errorCode?: number | null;
		linkId?: number | null;
		missingStock?: readonly MissingStock[];
		orderCopy?: OrderCopy | null;
	} ) {
		super( details.message );
		this.name = 'ApiError';
		this.code = details.code;
		this.status = details.status ?? null;
		this.params = details.params ?? {};
		this.errorCode = details.errorCode ?? null;
		this.linkId = details.linkId ?? null;
		this.missingStock = details.missingStock ?? [];
		this.orderCopy = details.orderCopy ?? null;
	}

	/** Nobody can say whether the server did what was asked. */
	get isOutcomeUnknown(): boolean {
		return this.status === null || this.status >= 500;
	}
}

/** The answer came, but it does not have the agreed shape. */
export function invalidResponse(): ApiError {
	return new ApiError( {
		code: 'invalid_response',
		message: __(
			'The shop sent an answer that this page does not understand. Reload the page; if it happens again, tell your shop manager.',
			'multisafepay-payment-links'
		),
	} );
}

/** Turns whatever `apiFetch` threw into words for staff. */
export function toApiError( thrown: unknown ): ApiError {
	if ( thrown instanceof ApiError ) {
		return thrown;
	}

	const parsed = errorBodySchema.safeParse( thrown );
	if ( ! parsed.success ) {
		return new ApiError( {
			code: 'unknown_error',
			message: __(
				'Something went wrong. Please try again.',
				'multisafepay-payment-links'
			),
		} );
	}

	const { code, message, data } = parsed.data;
	const params = data?.params;

	return new ApiError( {
		code,
		message: ownWords( code, data?.status ) ?? message,
		status: data?.status ?? null,
		params: params === undefined || Array.isArray( params ) ? {} : params,
		errorCode: data?.error_code ?? null,
		linkId: data?.link_id ?? null,
		missingStock: data?.items ?? [],
		orderCopy:
			data?.wc_order_number === undefined || data.edit_url === undefined
				? null
				: { number: data.wc_order_number, editUrl: data.edit_url },
	} );
}

/** Replaces texts of WordPress that do not say what to do next. */
function ownWords( code: string, status: number | undefined ): string | null {
	// Logging in again in another tab is enough: apiFetch then gets itself a new nonce.
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
