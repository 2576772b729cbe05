import type { Cost, Request, ShopClient } from './shop-client.ts';
import { costSpread, spread, type Spread } from './statistics.ts';

export interface PageResult {
	readonly page: string;
	readonly pairs: number;
	readonly queries: { off: number; added: number };
	readonly files: { off: number; added: number };
	readonly peak_kib: { off: number; added: number };
	readonly ms: { off: number; added: Spread };
}

const WARM_UPS = 3;

/**
 * Compares a page with and without the plugin in pairs of requests, because the speed of the machine changes over time.
 */
export async function comparePage(
	client: ShopClient,
	name: string,
	request: Request,
	pairs: number
): Promise< PageResult > {
	const on: Cost[] = [];
	const off: Cost[] = [];
	for ( let round = -WARM_UPS; round < pairs; round++ ) {
		const onFirst = round % 2 === 0;
		const first = await client.cost( { ...request, off: ! onFirst } );
		const second = await client.cost( { ...request, off: onFirst } );
		if ( round >= 0 ) {
			on.push( onFirst ? first : second );
			off.push( onFirst ? second : first );
		}
	}
	const compare = ( key: keyof Cost ): { off: number; added: number } => {
		const baseline = costSpread( off, key ).median;
		return {
			off: baseline,
			added: costSpread( on, key ).median - baseline,
		};
	};
	return {
		page: name,
		pairs,
		queries: compare( 'queries' ),
		files: compare( 'files' ),
		peak_kib: compare( 'peak_kib' ),
		ms: {
			off: costSpread( off, 'ms' ).median,
			added: spread(
				on.map( ( cost, index ) => cost.ms - ( off[ index ]?.ms ?? 0 ) )
			),
		},
	};
}
