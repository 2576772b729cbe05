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
	/** Without a port, or with 0, a free port is used. */
	readonly port?: number;
	/** Additional API keys, each with its own site. They remain after a reset. */
	readonly hostKeys?: readonly string[];
	/** Initial settings. A reset restores them. */
	readonly settings?: SettingsPatch;
}

export interface Emulator {
	/** Base URL of the hosted pages and control routes. */
	readonly url: string;
	/** Base URL of the API, with /v1/json. */
	readonly apiUrl: string;
	readonly close: () => Promise< void >;
}

/** Starts an emulated MultiSafepay on the loopback address. */
export async function startEmulator(
	options: EmulatorOptions = {}
): Promise< Emulator > {
	const world = new World( options.hostKeys ?? [], options.settings ?? {} );
	const server = createServer( ( request, response ) => {
		void handleRequest( world, request, response );
	} );
	const port = await listen( server, options.port ?? 0 );
	world.url = `http://${ HOST }:${ port }`;
	const tickTimer = setInterval( () => world.scheduler.tick(), TICK_MS );
	tickTimer.unref();
	return {
		url: world.url,
		apiUrl: `${ world.url }${ API_PREFIX }`,
		close: () =>
			new Promise( ( resolve ) => {
				clearInterval( tickTimer );
				world.scheduler.clear();
				world.notifier.clear();
				server.close( () => resolve() );
				server.closeAllConnections();
			} ),
	};
}

async function handleRequest(
	world: World,
	request: IncomingMessage,
	response: ServerResponse
): Promise< void > {
	try {
		const target = request.url ?? '/';
		const url = new URL(
			`http://${ HOST }${ target.startsWith( '/' ) ? target : '/' }`
		);
		if ( hasPathPrefix( url, API_PREFIX ) ) {
			await handleApi( world, request, response, url );
		} else if ( hasPathPrefix( url, '/_emu' ) ) {
			await handleControl( world, request, response, url );
		} else if ( hasPathPrefix( url, '/connect' ) ) {
			await handlePage( world, request, response, url );
		} else {
			sendJson( response, 404, { error: 'Not found' } );
		}
	} catch ( error ) {
		sendError( request, response, error );
	}
}

function sendError(
	request: IncomingMessage,
	response: ServerResponse,
	error: unknown
): void {
	if ( request.destroyed && ! request.complete ) {
		return;
	}
	const isTooLarge = error instanceof BodyTooLarge;
	if ( ! isTooLarge ) {
		process.stderr.write( `emulator: ${ String( error ) }\n` );
	}
	if ( response.headersSent ) {
		response.destroy();
		return;
	}
	sendJson( response, isTooLarge ? 413 : 500, { error: String( error ) } );
}

function hasPathPrefix( url: URL, prefix: string ): boolean {
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
