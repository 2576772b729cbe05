import { z } from 'zod';

export const faultSchema = z.strictObject( {
	/** HTTP method; any when absent. */
	method: z.string().toUpperCase().optional(),
	/** Path below /v1/json, `*` for any text: `/orders`, `/orders/*`; any when absent. */
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
	/** What the header Retry-After says: seconds or a date. */
	retry_after: z.string().optional(),
	/** How many requests it hits; 0 means until deleted. */
	times: z.int().min( 0 ).optional(),
	/** Whether the request is carried out although its answer is spoilt; each kind has its own default. */
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

interface Armed {
	readonly rule: FaultRule;
	left: number;
}

/** Faults waiting for a matching request; the first armed goes first. */
export class Faults {
	private armed: Armed[] = [];

	public add( rule: FaultRule ): void {
		const times = rule.times ?? 1;
		this.armed.push( {
			rule,
			left: times === 0 ? Number.POSITIVE_INFINITY : times,
		} );
	}

	/**
	 * The fault that this request meets, used up by one.
	 * `path`: Below /v1/json.
	 */
	public take( method: string, path: string ): Fault | null {
		const found = this.armed.find( ( { rule } ) =>
			matches( rule, method, path )
		);
		if ( found === undefined ) {
			return null;
		}
		found.left -= 1;
		this.armed = this.armed.filter( ( { left } ) => left > 0 );
		const kind = found.rule.fault;
		return {
			kind,
			delayMs: found.rule.delay_ms ?? DEFAULT_DELAY_MS,
			retryAfter: found.rule.retry_after ?? null,
			stored:
				kind !== 'reset_before' &&
				( found.rule.stored ?? STORED_BY_DEFAULT.includes( kind ) ),
		};
	}

	public list(): FaultRule[] {
		return this.armed.map( ( { rule, left } ) => ( {
			...rule,
			times: Number.isFinite( left ) ? left : 0,
		} ) );
	}

	public clear(): void {
		this.armed = [];
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
