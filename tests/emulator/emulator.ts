import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { API_PREFIX, handleApi } from './api.ts';
import { handleControl } from './control.ts';
import { BodyTooLarge, sendJson } from './http.ts';
import { handlePage } from './page-routes.ts';
import type { SettingsPatch } from './settings.ts';
import { World } from './world.ts';

const HOST = '127.0.0.1';
const TICK_MS = 1000;

export interface EmulatorOptions {
	/** 0 or absent picks a free port. */
	readonly port?: number;
	/** More API keys, each for a site of its own; they survive a reset. */
	readonly hostKeys?: readonly string[];
	/** Settings to start with, and to come back to at a reset. */
	readonly settings?: SettingsPatch;
}

export interface Emulator {
	/** Origin: pages and control routes. */
	readonly url: string;
	/** Base of the API, with /v1/json. */
	readonly apiUrl: string;
	readonly close: () => Promise< void >;
}

/**
 * Starts an emulated MultiSafepay on loopback.
 */
export async function startEmulator(
	options: EmulatorOptions = {}
): Promise< Emulator > {
	const world = new World( options.hostKeys ?? [], options.settings ?? {} );
	const server = createServer( ( request, response ) => {
		void serve( world, request, response );
	} );
	const port = await listen( server, options.port ?? 0 );
	world.url = `http://${ HOST }:${ port }`;
	const ticking = setInterval( () => world.scheduler.tick(), TICK_MS );
	ticking.unref();
	return {
		url: world.url,
		apiUrl: `${ world.url }${ API_PREFIX }`,
		close: () =>
			new Promise( ( resolve ) => {
				clearInterval( ticking );
				world.scheduler.clear();
				world.notifier.clear();
				server.close( () => resolve() );
				server.closeAllConnections();
			} ),
	};
}

async function serve(
	world: World,
	request: IncomingMessage,
	response: ServerResponse
): Promise< void > {
	try {
		const target = request.url ?? '/';
		const url = new URL(
			`http://${ HOST }${ target.startsWith( '/' ) ? target : '/' }`
		);
		if ( isBelow( url, API_PREFIX ) ) {
			await handleApi( world, request, response, url );
		} else if ( isBelow( url, '/_emu' ) ) {
			await handleControl( world, request, response, url );
		} else if ( isBelow( url, '/connect' ) ) {
			await handlePage( world, request, response, url );
		} else {
			sendJson( response, 404, { error: 'Not found' } );
		}
	} catch ( error ) {
		answerFailure( request, response, error );
	}
}

function answerFailure(
	request: IncomingMessage,
	response: ServerResponse,
	error: unknown
): void {
	if ( request.destroyed && ! request.complete ) {
		return;
	}
	const tooLarge = error instanceof BodyTooLarge;
	if ( ! tooLarge ) {
		process.stderr.write( `emulator: ${ String( error ) }\n` );
	}
	if ( response.headersSent ) {
		response.destroy();
		return;
	}
	sendJson( response, tooLarge ? 413 : 500, { error: String( error ) } );
}

function isBelow( url: URL, prefix: string ): boolean {
	return url.pathname === prefix || url.pathname.startsWith( `${ prefix }/` );
}

function listen( server: Server, port: number ): Promise< number > {
	return new Promise( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( port, HOST, () => {
			const address = server.address();
			resolve(
				typeof address === 'object' && address !== null
					? address.port
					: port
			);
		} );
	} );
}
