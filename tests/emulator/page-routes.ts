import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, redirect, segments, sendHtml } from './http.ts';
import { childObject, childText } from './json.ts';
import { ActionNotAllowed } from './lifecycle.ts';
import { wasPaid } from './order.ts';
import type { Order } from './order.ts';
import { closedPage, paymentPage, resultPage, httpUrl } from './pages.ts';
import type { ClosedState } from './pages.ts';
import type { World } from './world.ts';

const BANK_TRANSFER = 'BANKTRANS';

/** Handles requests to /connect/: GET shows the page, and the page's form posts the customer's action. */
export async function handlePage(
	world: World,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL
): Promise< void > {
	world.scheduler.tick();
	const [ , session = '', sub = '' ] = segments( url.pathname ) ?? [];
	const order = world.store.bySession( session );
	if ( order === null ) {
		sendHtml( response, 404, closedPage( 'unknown' ) );
		return;
	}
	const route = `${ request.method ?? 'GET' } ${ sub }`;
	if ( route === 'GET ' || route === 'HEAD ' ) {
		showPage( world, order, response, route === 'GET ' );
	} else if ( route === 'GET result' ) {
		sendHtml( response, 200, resultPage( order ) );
	} else if ( route === 'POST submit' ) {
		const form = new URLSearchParams(
			( await readBody( request ) ).toString( 'utf8' )
		);
		submitForm( world, order, response, form );
	} else {
		sendHtml( response, 405, closedPage( 'unknown' ) );
	}
}

function showPage(
	world: World,
	order: Order,
	response: ServerResponse,
	shouldCount: boolean
): void {
	if ( shouldCount && world.lifecycle.isPayable( order ) ) {
		order.openings += 1;
	}
	const closedReason = closedReasonOf( world, order );
	sendHtml(
		response,
		200,
		closedReason === null
			? paymentPage( order )
			: closedPage( closedReason )
	);
}

function closedReasonOf( world: World, order: Order ): ClosedState | null {
	if ( wasPaid( order ) ) {
		return 'paid';
	}
	if ( order.status === 'uncleared' ) {
		return 'checking';
	}
	if ( order.session !== 'open' ) {
		return order.session;
	}
	return world.lifecycle.isOpenedTooOften( order ) ? 'worn-out' : null;
}

function submitForm(
	world: World,
	order: Order,
	response: ServerResponse,
	form: URLSearchParams
): void {
	const closed = closedReasonOf( world, order );
	if ( closed !== null ) {
		sendHtml( response, 409, closedPage( closed ) );
		return;
	}
	try {
		redirect( response, performAction( world, order, form ) );
	} catch ( error ) {
		if ( ! ( error instanceof ActionNotAllowed ) ) {
			throw error;
		}
		sendHtml( response, 400, closedPage( 'unknown' ) );
	}
}

/** Performs the customer's action and returns the URL of the redirect. */
function performAction(
	world: World,
	order: Order,
	form: URLSearchParams
): string {
	const { lifecycle } = world;
	const action = form.get( 'action' );
	if ( action !== 'pay' && action !== 'decline' && action !== 'cancel' ) {
		throw new ActionNotAllowed( 'Unknown action.' );
	}
	const gateway = order.request.gateway ?? form.get( 'method' );
	const attempt = lifecycle.start( order, gateway );
	const options = childObject( order.request.body, 'payment_options' );
	const resultUrl = `/connect/${ order.sessionId }/result`;
	switch ( action ) {
		case 'pay':
			if ( attempt.gateway === BANK_TRANSFER ) {
				lifecycle.payWithDelay( order, attempt );
			} else {
				lifecycle.pay( order, attempt );
			}
			return (
				returnUrl( order, childText( options, 'redirect_url' ) ) ??
				resultUrl
			);
		case 'decline':
			lifecycle.decline( order, attempt, 'Declined by the bank' );
			return resultUrl;
		case 'cancel':
			lifecycle.cancelAttempt( order, attempt );
			return (
				returnUrl( order, childText( options, 'cancel_url' ) ) ??
				resultUrl
			);
	}
}

function returnUrl( order: Order, url: string | null ): string | null {
	const target = httpUrl( url );
	if ( target === null ) {
		return null;
	}
	const next = new URL( target );
	next.searchParams.append( 'transactionid', order.request.orderId );
	return next.href;
}
