import { __ } from '@wordpress/i18n';

import type { MissingStock } from './schemas';

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

/** Narrows what a method of the client rejected with; whatever else was thrown is a mistake of this page. */
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
