import type { Cost } from './shop-client.ts';

export interface Spread {
	readonly median: number;
	/** First and third quartile. */
	readonly quartiles: readonly [ number, number ];
}

/** Median and quartiles; times on a shared machine have no meaningful average. */
export function spread( values: readonly number[] ): Spread {
	return {
		median: at( values, 0.5 ),
		quartiles: [ at( values, 0.25 ), at( values, 0.75 ) ],
	};
}

/** The value that so large a share of all stays below. */
export function at( values: readonly number[], share: number ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	const place = ( sorted.length - 1 ) * share;
	const low = sorted[ Math.floor( place ) ] ?? 0;
	const high = sorted[ Math.ceil( place ) ] ?? low;
	return low + ( high - low ) * ( place - Math.floor( place ) );
}

/** One figure of costs, as a spread. */
export function figure( costs: readonly Cost[], key: keyof Cost ): Spread {
	return spread( costs.map( ( cost ) => cost[ key ] ) );
}
