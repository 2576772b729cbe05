import { randomUUID } from 'node:crypto';
import type { Cost, ShopClient } from './shop-client.ts';
import { costSpread, type Spread } from './statistics.ts';

export interface CreationResult {
	readonly links: number;
	/** Queries of a REST request that only returns its user, and the additional queries of a creation. */
	readonly queries: { rest: number; added: number };
	/** PHP time of a creation without the call to the provider, and PHP time of that REST request. */
	readonly ms: { create: Spread; rest: Spread };
	readonly http_ms: Spread;
}

/**
 * Creates links one after the other and compares them with a REST request that does almost nothing. `body` is a
 * complete creation body without its idempotency key, as the panel sends it.
 */
export async function measureCreation(
	client: ShopClient,
	orderId: number,
	body: Readonly< Record< string, unknown > >,
	links: number
): Promise< CreationResult > {
	const creations: Cost[] = [];
	const baseline: Cost[] = [];
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
			baseline.push( rest );
			creations.push( { ...create, ms: create.ms - create.http_ms } );
		}
	}
	const rest = costSpread( baseline, 'queries' ).median;
	return {
		links,
		queries: {
			rest,
			added: costSpread( creations, 'queries' ).median - rest,
		},
		ms: {
			create: costSpread( creations, 'ms' ),
			rest: costSpread( baseline, 'ms' ),
		},
		http_ms: costSpread( creations, 'http_ms' ),
	};
}
