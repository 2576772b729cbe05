import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { utcIso } from './clock.ts';
import {
	simulateAction,
	actionBodySchema,
	describeOrder,
} from './control-orders.ts';
import { ApiError } from './errors.ts';
import { faultSchema } from './faults.ts';
import { readBody, segments, sendJson } from './http.ts';
import { parseJson } from './json.ts';
import { ActionNotAllowed } from './lifecycle.ts';
import { settingsPatchSchema } from './settings.ts';
import type { World } from './world.ts';

const siteSchema = z.strictObject( {
	api_key: z.string().trim().min( 5 ),
	site_id: z.int().min( 1 ).optional(),
	name: z.string().min( 1 ).optional(),
	currencies: z.array( z.string().length( 3 ) ).optional(),
	methods: z.array( z.string() ).optional(),
	notification_url: z.string().optional(),
	blocked: z.boolean().optional(),
} );

const clockSchema = z.union( [
	z.strictObject( { advance_seconds: z.number().min( 0 ) } ),
	z.strictObject( { set: z.iso.datetime( { offset: true } ) } ),
] );

/** Handles requests to /_emu/, the control routes for tests and the demo. */
export async function handleControl(
	world: World,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL
): Promise< void > {
	const rawBody = await readBody( request );
	const body = rawBody.length === 0 ? {} : parseJson( rawBody );
	world.scheduler.tick();
	try {
		const method = request.method ?? 'GET';
		const path = segments( url.pathname )?.slice( 1 ) ?? [];
		const result = await route(
			world,
			method,
			path,
			url.searchParams,
			body
		);
		sendJson(
			response,
			result === null ? 404 : 200,
			result ?? { error: 'Not found' }
		);
	} catch ( error ) {
		if ( error instanceof z.ZodError ) {
			sendJson( response, 400, { error: z.prettifyError( error ) } );
		} else if (
			error instanceof ActionNotAllowed ||
			error instanceof ApiError
		) {
			sendJson( response, 409, { error: error.message } );
		} else {
			throw error;
		}
	}
}

async function route(
	world: World,
	method: string,
	path: readonly string[],
	query: URLSearchParams,
	body: unknown
): Promise< object | null > {
	const [ resource = '', id, action ] = path;
	if ( resource === 'orders' && id !== undefined ) {
		return orderRoute( world, method, id, action, query, body );
	}
	switch ( `${ method } ${ path.join( '/' ) }` ) {
		case 'GET orders':
			return world.store
				.all()
				.map( ( order ) => describeOrder( world, order ) );
		case 'GET requests':
			return world.requests.list(
				query.get( 'method' ),
				query.get( 'path' )
			);
		case 'GET violations': {
			const violations = world.requests.invalid();
			return { count: violations.length, violations };
		}
		case 'GET notifications':
			await world.notifier.idle();
			return world.notifier.log();
		case 'GET reminders':
			return world.reminders.log();
		case 'GET clock':
			return clockState( world );
		case 'POST clock':
			return moveClock( world, clockSchema.parse( body ) );
		case 'GET settings':
			return world.settings.current;
		case 'POST settings':
			world.settings.change( settingsPatchSchema.parse( body ) );
			return world.settings.current;
		case 'GET faults':
			return world.faults.list();
		case 'POST faults':
			world.faults.add( faultSchema.parse( body ) );
			return world.faults.list();
		case 'DELETE faults':
			world.faults.clear();
			return [];
		case 'POST sites': {
			const site = world.account.add( siteSchema.parse( body ) );
			return { site_id: site.id, name: site.name };
		}
		case 'POST reset':
			world.reset();
			return clockState( world );
		default:
			return null;
	}
}

async function orderRoute(
	world: World,
	method: string,
	id: string,
	action: string | undefined,
	query: URLSearchParams,
	body: unknown
): Promise< object | null > {
	const site = query.get( 'site_id' );
	const order = world.store.find( site === null ? null : Number( site ), id );
	if ( order === null ) {
		return null;
	}
	if ( method === 'POST' && action !== undefined ) {
		const actionBody = actionBodySchema.parse( body );
		simulateAction( world, order, action, actionBody );
		if ( actionBody.wait !== false ) {
			await world.notifier.idle();
		}
	} else if ( method !== 'GET' || action !== undefined ) {
		return null;
	}
	return describeOrder( world, order );
}

async function moveClock(
	world: World,
	change: z.infer< typeof clockSchema >
): Promise< object > {
	const now = world.clock.now();
	const target =
		'set' in change
			? Date.parse( change.set )
			: now + change.advance_seconds * 1000;
	await world.scheduler.moveTo( target, () => world.notifier.idle() );
	return clockState( world );
}

function clockState( world: World ): object {
	return {
		now: utcIso( world.clock.now() ),
		offset_seconds: world.clock.offsetSeconds(),
	};
}
