import { request as httpRequest } from 'node:http';
import type { ClientRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

const TIMEOUT_MS = 10_000;
const READ_LIMIT = 100;

export interface Delivery {
	readonly url: string;
	readonly method: 'POST' | 'GET';
	readonly headers: Readonly< Record< string, string > >;
	readonly body: string;
}

export interface DeliveryResult {
	readonly status: number | null;
	readonly ok: boolean;
	readonly error: string | null;
	/** The first characters of the answer. */
	readonly answer: string;
}

/** Whether a URL stays on this machine; the emulator calls nothing else. */
export function isLoopback( url: string ): boolean {
	if ( ! URL.canParse( url ) ) {
		return false;
	}
	const host = new URL( url ).hostname;
	return (
		host === 'localhost' ||
		host.endsWith( '.localhost' ) ||
		host === '[::1]' ||
		/^127(\.\d{1,3}){3}$/.test( host )
	);
}

/** Sends notifications, one connection each, and never follows a redirect. */
export class Courier {
	private readonly open = new Set< ClientRequest >();

	public send( delivery: Delivery ): Promise< DeliveryResult > {
		return new Promise( ( resolve ) => {
			const url = new URL( delivery.url );
			const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
			const body = Buffer.from( delivery.body );
			const request = send( url, {
				method: delivery.method,
				agent: false,
				headers: {
					'User-Agent': 'MultiSafepay-emulator',
					...delivery.headers,
					...( delivery.method === 'POST'
						? { 'Content-Length': String( body.length ) }
						: {} ),
				},
			} );
			this.open.add( request );
			const finish = ( result: DeliveryResult ): void => {
				clearTimeout( timer );
				this.open.delete( request );
				request.destroy();
				resolve( result );
			};
			const fail = ( error: string ): void =>
				finish( { status: null, ok: false, error, answer: '' } );
			const timer = setTimeout( () => fail( 'timeout' ), TIMEOUT_MS );
			request.on( 'error', ( error ) => fail( error.message ) );
			request.on( 'close', () => fail( 'closed' ) );
			request.on( 'response', ( response ) => {
				let text = '';
				response.setEncoding( 'utf8' );
				const done = (): void => {
					const status = response.statusCode ?? null;
					const answer = text.slice( 0, READ_LIMIT );
					finish( {
						status,
						ok: status === 200 && isAcknowledged( answer ),
						error: null,
						answer,
					} );
				};
				response.on( 'data', ( chunk: string ) => {
					text += chunk;
					if ( text.length >= READ_LIMIT ) {
						done();
					}
				} );
				response.on( 'end', done );
			} );
			request.end( delivery.method === 'POST' ? body : undefined );
		} );
	}

	public abort(): void {
		for ( const request of this.open ) {
			request.destroy();
		}
	}
}

function isAcknowledged( answer: string ): boolean {
	return /(^|[^a-z])(multisafepay_)?ok([^a-z]|$)/i.test( answer );
}
