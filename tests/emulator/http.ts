import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_BYTES = 10 * 1024 * 1024;

export class BodyTooLarge extends Error {}

export async function readBody( request: IncomingMessage ): Promise< Buffer > {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await ( const chunk of request ) {
		const part = Buffer.isBuffer( chunk )
			? chunk
			: Buffer.from( String( chunk ) );
		size += part.length;
		if ( size > MAX_BODY_BYTES ) {
			throw new BodyTooLarge( 'The body is larger than 10 MB.' );
		}
		chunks.push( Uint8Array.from( part ) );
	}
	return Buffer.concat( chunks );
}

export function sendText(
	response: ServerResponse,
	status: number,
	type: string,
	text: string
): void {
	response.writeHead( status, {
		'Content-Type': `${ type }; charset=utf-8`,
		'Cache-Control': 'no-store',
	} );
	response.end( text );
}

export function sendJson(
	response: ServerResponse,
	status: number,
	value: unknown
): void {
	sendText( response, status, 'application/json', JSON.stringify( value ) );
}

export function sendHtml(
	response: ServerResponse,
	status: number,
	html: string
): void {
	sendText( response, status, 'text/html', html );
}

export function redirect( response: ServerResponse, location: string ): void {
	response.writeHead( 303, {
		Location: location,
		'Cache-Control': 'no-store',
	} );
	response.end();
}

/** Returns the decoded segments of a path, or null when the path contains an invalid escape sequence. */
export function segments( pathname: string ): string[] | null {
	try {
		return pathname
			.split( '/' )
			.filter( ( part ) => part !== '' )
			.map( ( part ) => decodeURIComponent( part ) );
	} catch {
		return null;
	}
}

export function sleep( milliseconds: number ): Promise< void > {
	return new Promise( ( resolve ) => {
		setTimeout( resolve, milliseconds );
	} );
}
