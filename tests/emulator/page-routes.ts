import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, redirect, segments, sendHtml } from './http.ts';
import { childObject, childText } from './json.ts';
import { NotPossible } from './lifecycle.ts';
import { wasPaid } from './order.ts';
import type { Order } from './order.ts';
import { closedPage, paymentPage, resultPage, webUrl } from './pages.ts';
import type { ClosedState } from './pages.ts';
import type { World } from './world.ts';

const BANK_TRANSFER = 'BANKTRANS';

/** Answers below /connect/: showing by GET, acting by a form of the page itself. */
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
		show( world, order, response, route === 'GET ' );
	} else if ( route === 'GET result' ) {
		sendHtml( response, 200, resultPage( order ) );
	} else if ( route === 'POST submit' ) {
		const form = new URLSearchParams(
			( await readBody( request ) ).toString( 'utf8' )
		);
		act( world, order, response, form );
	} else {
		sendHtml( response, 405, closedPage( 'unknown' ) );
	}
}

function show(
	world: World,
	order: Order,
	response: ServerResponse,
	counts: boolean
): void {
	if ( counts && world.lifecycle.isPayable( order ) ) {
		order.openings += 1;
	}
	const closed = closedState( world, order );
	sendHtml(
		response,
		200,
		closed === null ? paymentPage( order ) : closedPage( closed )
	);
}

function closedState( world: World, order: Order ): ClosedState | null {
	if ( wasPaid( order ) ) {
		return 'paid';
	}
	if ( order.status === 'uncleared' ) {
		return 'checking';
	}
	if ( order.session !== 'open' ) {
		return order.session;
	}
	return world.lifecycle.isWornOut( order ) ? 'worn-out' : null;
}

function act(
	world: World,
	order: Order,
	response: ServerResponse,
	form: URLSearchParams
): void {
	const closed = closedState( world, order );
	if ( closed !== null ) {
		sendHtml( response, 409, closedPage( closed ) );
		return;
	}
	try {
		redirect( response, perform( world, order, form ) );
	} catch ( error ) {
		if ( ! ( error instanceof NotPossible ) ) {
			throw error;
		}
		sendHtml( response, 400, closedPage( 'unknown' ) );
	}
}

/**
 * Does what the customer pressed.
 * @return Where the customer goes next.
 */
function perform( world: World, order: Order, form: URLSearchParams ): string {
	const { lifecycle } = world;
	const action = form.get( 'action' );
	if ( action !== 'pay' && action !== 'decline' && action !== 'cancel' ) {
		throw new NotPossible( 'Unknown action.' );
	}
	const gateway = order.request.gateway ?? form.get( 'method' );
	const attempt = lifecycle.start( order, gateway );
	const options = childObject( order.request.body, 'payment_options' );
	const own = `/connect/${ order.sessionId }/result`;
	switch ( action ) {
		case 'pay':
			if ( attempt.gateway === BANK_TRANSFER ) {
				lifecycle.payLater( order, attempt );
			} else {
				lifecycle.pay( order, attempt );
			}
			return (
				returnUrl( order, childText( options, 'redirect_url' ) ) ?? own
			);
		case 'decline':
			lifecycle.decline( order, attempt, 'Declined by the bank' );
			return own;
		case 'cancel':
			lifecycle.turnBack( order, attempt );
			return (
				returnUrl( order, childText( options, 'cancel_url' ) ) ?? own
			);
	}
}

function returnUrl( order: Order, url: string | null ): string | null {
	const target = webUrl( url );
	if ( target === null ) {
		return null;
	}
	const next = new URL( target );
	next.searchParams.append( 'transactionid', order.request.orderId );
	return next.href;
}
