import { isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { ApiResponse } from './errors.ts';
import type { Wobble } from './settings.ts';

/** An error of less than a cent, as in sums of binary numbers. */
const NOISE = 0.000000000027;

/** Applies the provider's format deviations to a response. */
export function wobbleResponse(
	response: ApiResponse,
	wobble: Wobble
): ApiResponse {
	if ( ! isJsonObject( response.body ) ) {
		return response;
	}
	const body: JsonObject = { ...response.body };
	let { status } = response;
	if ( body[ 'success' ] === false ) {
		body[ 'data' ] = wobble.error_data_list ? [] : body[ 'data' ] ?? {};
		status = wobble.error_status_200 ? 200 : status;
	}
	const data = body[ 'data' ];
	if ( isJsonObject( data ) && body[ 'success' ] === true ) {
		body[ 'data' ] = wobbleOrder( data, wobble );
	}
	if ( wobble.extra_keys ) {
		body[ 'request_trace' ] = { hop: 'emulator', parts: [ 1, null ] };
	}
	return { status, body };
}

/** Applies the format deviations to an order, as in notifications. */
export function wobbleOrder( order: JsonObject, wobble: Wobble ): JsonObject {
	const result: JsonObject = { ...order };
	const id = result[ 'order_id' ];
	if (
		wobble.numeric_order_id &&
		typeof id === 'string' &&
		/^[1-9]\d{0,14}$/.test( id )
	) {
		result[ 'order_id' ] = Number( id );
	}
	if ( wobble.no_session_id ) {
		delete result[ 'session_id' ];
	}
	if ( wobble.float_noise && 'order_total' in result ) {
		result[ 'order_total' ] = addNoise( result[ 'order_total' ] ?? 0 );
	}
	if ( wobble.extra_keys ) {
		result[ 'events_token' ] = 'not-a-token';
		result[ 'unknown_block' ] = { level: [ 1, 'two', null ] };
	}
	return result;
}

function addNoise( value: JsonValue ): JsonValue {
	return typeof value === 'string' ? Number( value ) - NOISE : value;
}
