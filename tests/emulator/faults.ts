import { z } from 'zod';

export const faultSchema = z.strictObject( {
	/** HTTP method. Without it, the fault applies to all methods. */
	method: z.string().toUpperCase().optional(),
	/**
	 * Path after /v1/json, where `*` matches any text: `/orders`, `/orders/*`. Without it, the fault applies to all
	 * paths.
	 */
	path: z.string().optional(),
	fault: z.enum( [
		'status_429_html',
		'status_503_html',
		'html_200',
		'slow',
		'silent',
		'reset_before',
		'reset_after',
		'bad_json',
		'empty_200',
	] ),
	delay_ms: z.int().min( 0 ).max( 120_000 ).optional(),
	/** Value of the Retry-After header: seconds or a date. */
	retry_after: z.string().optional(),
	/** Number of requests that the fault applies to. 0 means until it is deleted. */
	times: z.int().min( 0 ).optional(),
	/** Whether the request is processed before the faulty response. The default depends on the kind of fault. */
	stored: z.boolean().optional(),
} );

export type FaultRule = z.infer< typeof faultSchema >;

export interface Fault {
	readonly kind: FaultRule[ 'fault' ];
	readonly delayMs: number;
	readonly retryAfter: string | null;
	readonly stored: boolean;
}

const DEFAULT_DELAY_MS = 1000;
const STORED_BY_DEFAULT: readonly FaultRule[ 'fault' ][] = [
	'reset_after',
	'bad_json',
	'empty_200',
];

interface PendingFault {
	readonly rule: FaultRule;
	remaining: number;
}

/** Faults that wait for a matching request. The first added fault is used first. */
export class Faults {
	private pending: PendingFault[] = [];

	public add( rule: FaultRule ): void {
		const times = rule.times ?? 1;
		this.pending.push( {
			rule,
			remaining: times === 0 ? Number.POSITIVE_INFINITY : times,
		} );
	}

	/**
	 * Returns the first fault that matches the request, and reduces its remaining number. `path` is the path after
	 * /v1/json.
	 */
	public consume( method: string, path: string ): Fault | null {
		const match = this.pending.find( ( { rule } ) =>
			matches( rule, method, path )
		);
		if ( match === undefined ) {
			return null;
		}
		match.remaining -= 1;
		this.pending = this.pending.filter(
			( { remaining } ) => remaining > 0
		);
		const kind = match.rule.fault;
		return {
			kind,
			delayMs: match.rule.delay_ms ?? DEFAULT_DELAY_MS,
			retryAfter: match.rule.retry_after ?? null,
			stored:
				kind !== 'reset_before' &&
				( match.rule.stored ?? STORED_BY_DEFAULT.includes( kind ) ),
		};
	}

	public list(): FaultRule[] {
		return this.pending.map( ( { rule, remaining } ) => ( {
			...rule,
			times: Number.isFinite( remaining ) ? remaining : 0,
		} ) );
	}

	public clear(): void {
		this.pending = [];
	}
}

function matches( rule: FaultRule, method: string, path: string ): boolean {
	if ( rule.method !== undefined && rule.method !== method ) {
		return false;
	}
	const pattern = ( rule.path ?? '*' ).replace( /^\/v1\/json/, '' );
	const expression = pattern
		.split( '*' )
		.map( ( part ) => part.replace( /[\\^$.|?+()[\]{}]/g, '\\$&' ) )
		.join( '.*' );
	return new RegExp( `^${ expression }$` ).test( path );
}
