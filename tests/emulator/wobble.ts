import { isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { ApiAnswer } from './errors.ts';
import type { Wobble } from './settings.ts';

/** Less than any cent, more than nothing: what binary sums leave behind. */
const NOISE = 0.000000000027;

/**
 * Bends an answer the ways the provider bends its own.
 */
export function wobbleAnswer( answer: ApiAnswer, wobble: Wobble ): ApiAnswer {
	if ( ! isJsonObject( answer.body ) ) {
		return answer;
	}
	const body: JsonObject = { ...answer.body };
	let { status } = answer;
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

/**
 * The same for a bare order, as notifications carry it.
 */
export function wobbleOrder( order: JsonObject, wobble: Wobble ): JsonObject {
	const bent: JsonObject = { ...order };
	const id = bent[ 'order_id' ];
	if (
		wobble.numeric_order_id &&
		typeof id === 'string' &&
		/^[1-9]\d{0,14}$/.test( id )
	) {
		bent[ 'order_id' ] = Number( id );
	}
	if ( wobble.no_session_id ) {
		delete bent[ 'session_id' ];
	}
	if ( wobble.float_noise && 'order_total' in bent ) {
		bent[ 'order_total' ] = noisy( bent[ 'order_total' ] ?? 0 );
	}
	if ( wobble.extra_keys ) {
		bent[ 'events_token' ] = 'not-a-token';
		bent[ 'unknown_block' ] = { level: [ 1, 'two', null ] };
	}
	return bent;
}

function noisy( value: JsonValue ): JsonValue {
	return typeof value === 'string' ? Number( value ) - NOISE : value;
}
