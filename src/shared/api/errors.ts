import { __ } from '@wordpress/i18n';

import type { MissingStock } from './schemas';

/** Messages by field. Nested fields are separated by dots: `customer.email`. */
export type FieldMessages = Readonly< Record< string, string > >;

/** An order that was created by the request. */
export type OrderReference = {
	readonly number: string;
	readonly editUrl: string;
};

/** A request that failed. The message can be shown to staff as it is. */
export class ApiError extends Error {
	/** Error code of the REST contract or of `apiFetch`: `offline_error`, `fetch_error`, `invalid_json`. */
	readonly code: string;

	/** HTTP status; null if there was no readable response. */
	readonly status: number | null;

	readonly params: FieldMessages;

	/** Error code of MultiSafepay. */
	readonly errorCode: number | null;

	/** Set for `link_not_open`: the link to reload. */
	readonly linkId: number | null;

	/** Set for `insufficient_stock`. */
	readonly missingStock: readonly MissingStock[];

	/** The order that was created before its link failed. */
	readonly createdOrder: OrderReference | null;

	constructor( details: {
		code: string;
		message: string;
		status?: number | null;
		params?: FieldMessages;
		errorCode?: number | null;
		linkId?: number | null;
		missingStock?: readonly MissingStock[];
		createdOrder?: OrderReference | null;
	} ) {
		super( details.message );
		this.name = 'ApiError';
		this.code = details.code;
		this.status = details.status ?? null;
		this.params = details.params ?? {};
		this.errorCode = details.errorCode ?? null;
		this.linkId = details.linkId ?? null;
		this.missingStock = details.missingStock ?? [];
		this.createdOrder = details.createdOrder ?? null;
	}

	/** Whether the server may have performed the request in spite of the error. */
	get isOutcomeUnknown(): boolean {
		return this.status === null || this.status >= 500;
	}
}

/** The error for a response that does not match its schema. */
export function invalidResponse(): ApiError {
	return new ApiError( {
		code: 'invalid_response',
		message: __(
			'The shop sent an answer that this page does not understand. Reload the page; if it happens again, tell your shop manager.',
			'multisafepay-payment-links'
		),
	} );
}

/** Returns the error as an `ApiError`. Other errors are bugs of this page and get a general message. */
export function toApiError( thrown: unknown ): ApiError {
	return thrown instanceof ApiError
		? thrown
		: new ApiError( {
				code: 'unknown_error',
				message: __(
					'Something went wrong. Please try again.',
					'multisafepay-payment-links'
				),
		  } );
}
