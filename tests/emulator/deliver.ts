import { request as httpRequest } from 'node:http';
import type { ClientRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_LENGTH = 100;

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
	/** The first characters of the response body. */
	readonly answer: string;
}

/** Whether a URL is on this machine. The emulator sends notifications to no other host. */
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

/** Sends each notification on a new connection. Does not follow redirects. */
export class DeliveryClient {
	private readonly openRequests = new Set< ClientRequest >();

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
			this.openRequests.add( request );
			const finish = ( result: DeliveryResult ): void => {
				clearTimeout( timer );
				this.openRequests.delete( request );
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
				const finishResponse = (): void => {
					const status = response.statusCode ?? null;
					const beginning = text.slice( 0, MAX_RESPONSE_LENGTH );
					finish( {
						status,
						ok: status === 200 && isAcknowledged( beginning ),
						error: null,
						answer: beginning,
					} );
				};
				response.on( 'data', ( chunk: string ) => {
					text += chunk;
					if ( text.length >= MAX_RESPONSE_LENGTH ) {
						finishResponse();
					}
				} );
				response.on( 'end', finishResponse );
			} );
			request.end( delivery.method === 'POST' ? body : undefined );
		} );
	}

	public abort(): void {
		for ( const request of this.openRequests ) {
			request.destroy();
		}
	}
}

function isAcknowledged( text: string ): boolean {
	return /(^|[^a-z])(multisafepay_)?ok([^a-z]|$)/i.test( text );
}
