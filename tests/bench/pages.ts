import type { Cost, Request, ShopClient } from './shop-client.ts';
import { figure, spread, type Spread } from './statistics.ts';

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
 * Compares a page with and without the plugin, pair by pair: the machine's speed drifts, the difference within a pair less so.
 *
 * @param client  The shop.
 * @param name    For the report.
 * @param request The page.
 * @param pairs   How often.
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
	const compared = ( key: keyof Cost ): { off: number; added: number } => {
		const without = figure( off, key ).median;
		return { off: without, added: figure( on, key ).median - without };
	};
	return {
		page: name,
		pairs,
		queries: compared( 'queries' ),
		files: compared( 'files' ),
		peak_kib: compared( 'peak_kib' ),
		ms: {
			off: figure( off, 'ms' ).median,
			added: spread(
				on.map( ( cost, index ) => cost.ms - ( off[ index ]?.ms ?? 0 ) )
			),
		},
	};
}
