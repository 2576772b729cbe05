import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiAnswer } from './errors.ts';
import type { Fault } from './faults.ts';
import { sendHtml, sendJson, sendText, sleep } from './http.ts';

const OUTAGE_PAGE =
	'<!DOCTYPE html><html lang="en"><head><title>503 Service Unavailable</title></head>' +
	'<body><h1>Service Unavailable</h1></body></html>';
const BUSY_PAGE =
	'<!DOCTYPE html><html lang="en"><head><title>429 Too Many Requests</title></head>' +
	'<body><h1>Too Many Requests</h1></body></html>';
const OTHER_PAGE =
	'<!DOCTYPE html><html lang="en"><head><title>Welcome</title></head>' +
	'<body><p>This is not the API.</p></body></html>';

/**
 * Spoils one answer.
 *
 * `carryOut`: Does what the request asks.
 * @return The status that was sent, null when nothing was.
 */
export async function answerWithFault(
	fault: Fault,
	request: IncomingMessage,
	response: ServerResponse,
	carryOut: () => ApiAnswer
): Promise< number | null > {
	const early = fault.stored ? carryOut() : null;
	if ( fault.retryAfter !== null ) {
		response.setHeader( 'Retry-After', fault.retryAfter );
	}
	switch ( fault.kind ) {
		case 'status_429_html':
			sendHtml( response, 429, BUSY_PAGE );
			return 429;
		case 'status_503_html':
			sendHtml( response, 503, OUTAGE_PAGE );
			return 503;
		case 'html_200':
			sendHtml( response, 200, OTHER_PAGE );
			return 200;
		case 'bad_json':
			sendText(
				response,
				200,
				'application/json',
				JSON.stringify( early?.body ?? { success: true } ).slice(
					0,
					-3
				)
			);
			return 200;
		case 'empty_200':
			sendText( response, 200, 'application/json', '' );
			return 200;
		case 'slow': {
			await sleep( fault.delayMs );
			const late = early ?? carryOut();
			sendJson( response, late.status, late.body );
			return late.status;
		}
		case 'silent':
			// The socket stays open until the client leaves or the emulator closes.
			return null;
		case 'reset_before':
		case 'reset_after':
			request.socket.resetAndDestroy();
			return null;
	}
}
