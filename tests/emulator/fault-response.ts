import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiResponse } from './errors.ts';
import type { Fault } from './faults.ts';
import { sendHtml, sendJson, sendText, sleep } from './http.ts';

const OUTAGE_PAGE =
	'<!DOCTYPE html><html lang="en"><head><title>503 Service Unavailable</title></head>' +
	'<body><h1>Service Unavailable</h1></body></html>';
const TOO_MANY_REQUESTS_PAGE =
	'<!DOCTYPE html><html lang="en"><head><title>429 Too Many Requests</title></head>' +
	'<body><h1>Too Many Requests</h1></body></html>';
const UNRELATED_PAGE =
	'<!DOCTYPE html><html lang="en"><head><title>Welcome</title></head>' +
	'<body><p>This is not the API.</p></body></html>';

/** Sends a faulty response. Returns its status, or null when nothing was sent. */
export async function sendFault(
	fault: Fault,
	request: IncomingMessage,
	response: ServerResponse,
	processRequest: () => ApiResponse
): Promise< number | null > {
	const storedResponse = fault.stored ? processRequest() : null;
	if ( fault.retryAfter !== null ) {
		response.setHeader( 'Retry-After', fault.retryAfter );
	}
	switch ( fault.kind ) {
		case 'status_429_html':
			sendHtml( response, 429, TOO_MANY_REQUESTS_PAGE );
			return 429;
		case 'status_503_html':
			sendHtml( response, 503, OUTAGE_PAGE );
			return 503;
		case 'html_200':
			sendHtml( response, 200, UNRELATED_PAGE );
			return 200;
		case 'bad_json':
			sendText(
				response,
				200,
				'application/json',
				JSON.stringify(
					storedResponse?.body ?? { success: true }
				).slice( 0, -3 )
			);
			return 200;
		case 'empty_200':
			sendText( response, 200, 'application/json', '' );
			return 200;
		case 'slow': {
			await sleep( fault.delayMs );
			const apiResponse = storedResponse ?? processRequest();
			sendJson( response, apiResponse.status, apiResponse.body );
			return apiResponse.status;
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
