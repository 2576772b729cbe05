import type { Cost } from './shop-client.ts';

export interface Spread {
	readonly median: number;
	/** First and third quartile. */
	readonly quartiles: readonly [ number, number ];
}

/** Returns the median and quartiles. On a shared machine, the average of times is not meaningful. */
export function spread( values: readonly number[] ): Spread {
	return {
		median: percentile( values, 0.5 ),
		quartiles: [ percentile( values, 0.25 ), percentile( values, 0.75 ) ],
	};
}

/** Returns the value below which this share of the values lies. */
export function percentile( values: readonly number[], share: number ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	const position = ( sorted.length - 1 ) * share;
	const low = sorted[ Math.floor( position ) ] ?? 0;
	const high = sorted[ Math.ceil( position ) ] ?? low;
	return low + ( high - low ) * ( position - Math.floor( position ) );
}

/** Returns the spread of one property of costs. */
export function costSpread( costs: readonly Cost[], key: keyof Cost ): Spread {
	return spread( costs.map( ( cost ) => cost[ key ] ) );
}
