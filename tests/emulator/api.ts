import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Site } from './account.ts';
import {
	listGateways,
	listPaymentMethods,
	listTransactions,
	readMe,
} from './api-account.ts';
import {
	createOrder,
	readOrder,
	refundOrder,
	updateOrder,
} from './api-orders.ts';
import { utcIso } from './clock.ts';
import { ApiError } from './errors.ts';
import type { ApiResponse } from './errors.ts';
import { sendFault } from './fault-response.ts';
import { readBody, segments, sendJson, sleep } from './http.ts';
import { parseJson } from './json.ts';
import type { JsonValue } from './json.ts';
import type { SchemaViolation } from './schema.ts';
import { wobbleResponse } from './wobble.ts';
import type { World } from './world.ts';

export const API_PREFIX = '/v1/json';

interface Call {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly key: string;
	readonly body: JsonValue | undefined;
	readonly violations: readonly SchemaViolation[];
}

/** Handles a request to /v1/json: logs it, runs due jobs, and processes it, unless a fault changes the response. */
export async function handleApi(
	world: World,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL
): Promise< void > {
	const rawBody = await readBody( request );
	const call = toCall( world, request, url, rawBody );
	const entry = world.requests.add( {
		method: call.method,
		path: call.path,
		query: redactedQuery( call.query ),
		site_id: world.account.byKey( call.key )?.id ?? null,
		body: call.body ?? redact( world, rawBody.toString( 'utf8' ) ),
		schema_violations: isCreate( call ) ? call.violations : null,
		at: utcIso( world.clock.now() ),
	} );
	const fault = world.faults.consume( call.method, call.path );
	const { latency_ms: latency } = world.settings.current;
	if ( latency > 0 ) {
		await sleep( latency );
	}
	const processRequest = (): ApiResponse => {
		world.scheduler.tick();
		return wobbleResponse(
			createResponse( world, call ),
			world.settings.current.wobble
		);
	};
	if ( fault !== null ) {
		entry.fault = fault.kind;
		entry.status = await sendFault(
			fault,
			request,
			response,
			processRequest
		);
		return;
	}
	const { status, body } = processRequest();
	entry.status = status;
	sendJson( response, status, body );
}

function toCall(
	world: World,
	request: IncomingMessage,
	url: URL,
	rawBody: Buffer
): Call {
	const header = request.headers[ 'api_key' ];
	const method = request.method ?? 'GET';
	const path = url.pathname.slice( API_PREFIX.length ).replace( /\/+$/, '' );
	const body = rawBody.length === 0 ? undefined : parseJson( rawBody );
	const isCreation = method === 'POST' && path === '/orders';
	return {
		method,
		path,
		query: url.searchParams,
		key:
			typeof header === 'string'
				? header
				: url.searchParams.get( 'api_key' ) ?? '',
		body,
		violations: isCreation ? world.schema.violations( body ) : [],
	};
}

function isCreate( call: Call ): boolean {
	return call.method === 'POST' && call.path === '/orders';
}

function createResponse( world: World, call: Call ): ApiResponse {
	try {
		const site = world.account.byKey( call.key );
		if ( site === null && call.path === '/transactions' ) {
			return { status: 403, body: { message: 'Forbidden' } };
		}
		if ( site === null ) {
			throw new ApiError( 1032 );
		}
		return route( world, site, call );
	} catch ( error ) {
		if ( error instanceof ApiError ) {
			return error.toResponse();
		}
		throw error;
	}
}

function route( world: World, site: Site, call: Call ): ApiResponse {
	const parts = segments( call.path );
	if ( parts === null ) {
		throw new ApiError( 1006 );
	}
	const [ resource = '', id, sub ] = parts;
	const routeKey = [
		call.method,
		resource,
		...( id === undefined ? [] : [ '{id}' ] ),
		...parts.slice( 2 ),
	].join( ' ' );
	switch ( routeKey ) {
		case 'POST orders':
			return createOrder( world, site, call.body, call.violations );
		case 'GET orders {id}':
			return readOrder( world, site, id ?? '' );
		case 'PATCH orders {id}':
			return updateOrder( world, site, id ?? '', call.body );
		case 'POST orders {id} refunds':
			return refundOrder( world, site, id ?? '', call.body );
		case 'GET me':
			return readMe( world, site );
		case 'GET gateways':
			return listGateways( site );
		case 'GET payment-methods':
			return listPaymentMethods( site, null, call.query );
		case 'GET payment-methods {id}':
			return listPaymentMethods( site, id ?? null );
		case 'GET transactions':
			return listTransactions( world, site, call.query );
		default:
			throw new ApiError( 1000, sub ?? '' );
	}
}

function redactedQuery( query: URLSearchParams ): string {
	const redacted = new URLSearchParams( query );
	if ( redacted.has( 'api_key' ) ) {
		redacted.set( 'api_key', 'REDACTED' );
	}
	return redacted.toString();
}

function redact( world: World, text: string ): string {
	return world.account
		.keys()
		.reduce(
			( redacted, key ) => redacted.replaceAll( key, 'REDACTED' ),
			text
		);
}
