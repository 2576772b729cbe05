import { randomUUID } from 'node:crypto';
import type { Cost, ShopClient } from './shop-client.ts';
import { figure, type Spread } from './statistics.ts';

export interface CreateResult {
	readonly links: number;
	/** Queries of a REST request that only names its user, and what a create adds. */
	readonly queries: { rest: number; added: number };
	/** PHP time of a create without the call to the provider, and of that plain request. */
	readonly ms: { create: Spread; rest: Spread };
	readonly http_ms: Spread;
}

/**
 * Makes links one after the other and sets them against a REST request that does next to nothing.
 *
 * @param client  The shop.
 * @param orderId WooCommerce order.
 * @param body    A complete create body without its key: what the panel sends.
 * @param links   How many.
 */
export async function measureCreates(
	client: ShopClient,
	orderId: number,
	body: Readonly< Record< string, unknown > >,
	links: number
): Promise< CreateResult > {
	const creates: Cost[] = [];
	const plain: Cost[] = [];
	for ( let round = -2; round < links; round++ ) {
		const rest = await client.cost( {
			path: '/wp-json/wp/v2/users/me',
			loggedIn: true,
		} );
		const create = await client.cost( {
			path: `/wp-json/multisafepay-payment-links/v1/orders/${ orderId }/links`,
			method: 'POST',
			body: { ...body, idempotency_key: randomUUID() },
			loggedIn: true,
		} );
		if ( round >= 0 ) {
			plain.push( rest );
			creates.push( { ...create, ms: create.ms - create.http_ms } );
		}
	}
	const rest = figure( plain, 'queries' ).median;
	return {
		links,
		queries: { rest, added: figure( creates, 'queries' ).median - rest },
		ms: { create: figure( creates, 'ms' ), rest: figure( plain, 'ms' ) },
		http_ms: figure( creates, 'http_ms' ),
	};
}
