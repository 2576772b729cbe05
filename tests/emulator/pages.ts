import { cartItems } from './cart.ts';
import { findMethod } from './catalogue.ts';
import { childObject, childText } from './json.ts';
import { formatAmount } from './order-view.ts';
import type { Order } from './order.ts';
import { document, html, EMPTY } from './page-html.ts';
import type { Html } from './page-html.ts';

const OFFERED_METHODS = [ 'IDEAL', 'VISA', 'BANKTRANS' ];

/** Title and text of a closed page, by the reason why the customer cannot pay. */
const CLOSED_TEXTS = {
	paid: [
		'Already paid',
		'This order has been paid. You do not have to do anything.',
	],
	expired: [
		'This link has expired',
		'It can no longer be used to pay. Ask the shop for a new link.',
	],
	cancelled: [
		'This link was cancelled',
		'The shop cancelled this payment. Ask the shop for a new link.',
	],
	'worn-out': [
		'This link is disabled',
		'It was opened too often. Ask the shop for a new link.',
	],
	checking: [
		'Your payment is being checked',
		'We received your payment and are checking it. The shop will inform you.',
	],
	unknown: [
		'Page not found',
		'There is no payment at this address. Check the link.',
	],
} as const;

export type ClosedState = keyof typeof CLOSED_TEXTS;

/** Returns the page on which the customer selects a payment method. */
export function paymentPage( order: Order ): string {
	const amount = formatAmount( order.amount, order.currency );
	const methods =
		order.request.gateway === null
			? OFFERED_METHODS
			: [ order.request.gateway ];
	return document(
		`Pay ${ amount }`,
		'open',
		html` <h1>${ order.request.description }</h1>
			<p class="amount">${ amount }</p>
			<p>Order ${ order.request.orderId } at ${ order.site.name }</p>
			${ itemTable( order ) }
			<form method="post" action="/connect/${ order.sessionId }/submit">
				<fieldset>
					<legend>How do you want to pay?</legend>
					${ methods.map( methodChoice ) }
				</fieldset>
				<button class="primary" name="action" value="pay">
					Pay ${ amount }
				</button>
				<button name="action" value="decline">Decline</button>
				<button name="action" value="cancel">Cancel</button>
			</form>`
	);
}

/** Returns a page without payment options. */
export function closedPage( state: ClosedState ): string {
	const [ title, text ] = CLOSED_TEXTS[ state ];
	return document(
		title,
		state,
		html`<h1>${ title }</h1>
			<p>${ text }</p>`
	);
}

/** Returns the page after an action, for shops without a return URL. */
export function resultPage( order: Order ): string {
	const [ title, text ] = resultTexts( order );
	const retryLink = [ 'declined', 'void', 'expired' ].includes( order.status )
		? html`<a class="button primary" href="/connect/${ order.sessionId }/"
				>Try again</a
		  >`
		: EMPTY;
	const options = childObject( order.request.body, 'payment_options' );
	const shopUrl = httpUrl( childText( options, 'cancel_url' ) );
	return document(
		title,
		`result-${ order.status }`,
		html` <h1>${ title }</h1>
			<p>${ text }</p>
			${ order.session === 'open' ? retryLink : EMPTY }
			${ shopUrl === null || order.status === 'completed'
				? EMPTY
				: html`<a class="button" href="${ shopUrl }"
						>Back to the shop</a
				  >` }`
	);
}

/** Returns the URL when it is an HTTP URL, otherwise null. */
export function httpUrl( url: string | null ): string | null {
	return url !== null && /^https?:\/\//i.test( url ) ? url : null;
}

function resultTexts( order: Order ): readonly [ string, string ] {
	const amount = formatAmount( order.amount, order.currency );
	switch ( order.status ) {
		case 'completed':
			return [ 'Thank you', `We received your payment of ${ amount }.` ];
		case 'initialized':
			return [
				'Waiting for your transfer',
				`Transfer ${ amount } with the reference ${ order.request.orderId }. We notify the shop when the transfer arrives.`,
			];
		case 'declined':
			return [
				'Payment declined',
				'Your payment was declined and nothing was charged.',
			];
		case 'void':
			return [
				'Payment cancelled',
				'You cancelled the payment and nothing was charged.',
			];
		default:
			return [
				'Payment',
				`The status of this payment: ${ order.status }.`,
			];
	}
}

function methodChoice( id: string, index: number ): Html {
	const checked = index === 0 ? html` checked` : EMPTY;
	return html`<label
		><input type="radio" name="method" value="${ id }" ${ checked } />
		${ findMethod( id )?.name ?? id }</label
	>`;
}

function itemTable( order: Order ): Html {
	const items = cartItems( order.request.body );
	if ( items.length === 0 ) {
		return EMPTY;
	}
	return html`<table>
		<caption>
			Your order
		</caption>
		<thead>
			<tr>
				<th scope="col">Item</th>
				<th scope="col" class="number">Quantity</th>
				<th scope="col" class="number">Price without tax</th>
			</tr>
		</thead>
		<tbody>
			${ items.map(
				( item ) =>
					html`<tr>
						<td>${ childText( item, 'name' ) ?? '' }</td>
						<td class="number">
							${ String( item[ 'quantity' ] ?? 1 ) }
						</td>
						<td class="number">
							${ Number( item[ 'unit_price' ] ?? 0 ).toFixed(
								2
							) }
						</td>
					</tr>`
			) }
		</tbody>
	</table>`;
}
