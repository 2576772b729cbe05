import type { JsonObject, JsonValue } from './json.ts';

export interface ApiResponse {
	readonly status: number;
	readonly body: JsonValue;
}

const ERROR_TEXTS = {
	1000: 'Not found',
	1001: 'Invalid amount',
	1002: 'Invalid currency',
	1006: 'Invalid transaction ID',
	1007: 'Invalid IP address',
	1008: 'Invalid description',
	1010: 'Invalid variable',
	1016: 'Missing data',
	1018: 'Invalid country code',
	1019: 'Site is inactive',
	1020: 'Account is blocked',
	1023: 'No gateway (payment method) available',
	1025: 'Multiple currencies in cart',
	1026: 'Cart currency differs from order currency',
	1027: 'Cart amount must equal order amount',
	1028: 'Incorrect custom tax rate',
	1030: 'Incorrect item currency',
	1031: 'Incorrect item price',
	1032: 'Invalid API key',
	1034: 'Cannot refund transaction',
} as const;

export type ErrorCode = keyof typeof ERROR_TEXTS;

/** An error with the provider's code and text. The router converts it to an error response. */
export class ApiError extends Error {
	public readonly code: ErrorCode;
	public readonly status: number;

	public constructor( code: ErrorCode, detail = '', status?: number ) {
		super( ERROR_TEXTS[ code ] + ( detail === '' ? '' : `: ${ detail }` ) );
		this.code = code;
		this.status = status ?? ( code === 1032 ? 401 : 404 );
	}

	public toResponse(): ApiResponse {
		return {
			status: this.status,
			body: {
				success: false,
				data: {},
				error_code: this.code,
				error_info: this.message,
			},
		};
	}
}

export function success(
	data: JsonValue,
	extra: JsonObject = {}
): ApiResponse {
	return { status: 200, body: { success: true, data, ...extra } };
}
