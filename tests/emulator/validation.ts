import type { Site } from './account.ts';
import { cartChecks } from './validation-cart.ts';
import { customerChecks, lifetimeSeconds } from './validation-fields.ts';
import { ApiError } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { childObject, childText, isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { CreateRequest } from './order.ts';
import type { SchemaViolation } from './schema.ts';
import type { Settings } from './settings.ts';

interface CreateContext {
	readonly body: JsonObject;
	readonly site: Site;
	readonly settings: Settings;
}

/** A check of a new order with its error code, its own rule, and the schema paths that belong to it. */
export interface Check {
	readonly code: ErrorCode;
	readonly paths: RegExp | null;
	readonly fails: ( context: CreateContext ) => boolean;
}

const TYPES = [ 'redirect', 'paymentlink', 'direct', 'checkout' ];

const CHECKS: readonly Check[] = [
	{
		code: 1016,
		paths: /^type$/,
		fails: ( { body } ) =>
			'type' in body && ! isOneOf( TYPES, body[ 'type' ] ),
	},
	{
		code: 1006,
		paths: /^order_id$/,
		fails: ( { body } ) => {
			const id = body[ 'order_id' ];
			return (
				typeof id !== 'string' || id.trim() === '' || length( id ) > 50
			);
		},
	},
	{
		code: 1002,
		paths: /^currency$/,
		fails: ( { body, site } ) =>
			! isOneOf( site.currencies, body[ 'currency' ] ),
	},
	{
		code: 1001,
		paths: /^amount$/,
		fails: ( { body } ) => ! ( wholeNumber( body[ 'amount' ] ) >= 1 ),
	},
	{
		code: 1008,
		paths: /^description$/,
		fails: ( { body } ) => {
			const text = body[ 'description' ];
			return (
				typeof text !== 'string' ||
				text.trim() === '' ||
				length( text ) > 200
			);
		},
	},
	{
		code: 1010,
		paths: /^var[123]$/,
		fails: ( { body, settings } ) =>
			[ 'var1', 'var2', 'var3' ].some( ( name ) => {
				const text = body[ name ] ?? '';
				return (
					typeof text !== 'string' ||
					length( text ) > settings.var_max_length ||
					/\p{Surrogate}/u.test( text )
				);
			} ),
	},
	...customerChecks,
	...cartChecks,
];

/**
 * Validates a new order in the provider's order of checks. The first failure determines the error.
 *
 * The body is undefined when it is not JSON. The store checks the uniqueness of the ID afterwards.
 *
 * @throws {ApiError} With the code of the first failed check.
 */
export function validateCreate(
	parsed: JsonValue | undefined,
	site: Site,
	settings: Settings,
	violations: readonly SchemaViolation[]
): CreateRequest {
	if ( settings.account_blocked ) {
		throw new ApiError( 1020 );
	}
	if ( site.blocked ) {
		throw new ApiError( 1019 );
	}
	if ( ! isJsonObject( parsed ) ) {
		throw new ApiError( 1016, 'the body is not a JSON object' );
	}
	const enforced = settings.schema === 'enforce' ? violations : [];
	const context = { body: parsed, site, settings };
	for ( const check of CHECKS ) {
		const violation = enforced.find(
			( { path } ) => check.paths?.test( path ) === true
		);
		if ( violation !== undefined ) {
			throw new ApiError( check.code, describeViolation( violation ) );
		}
		if ( check.fails( context ) ) {
			throw new ApiError( check.code );
		}
	}
	const otherViolation = enforced[ 0 ];
	if ( otherViolation !== undefined ) {
		throw new ApiError( 1016, describeViolation( otherViolation ) );
	}
	return toRequest( parsed );
}

function toRequest( body: JsonObject ): CreateRequest {
	const gateway = childText( body, 'gateway' );
	return {
		body,
		orderId: childText( body, 'order_id' ) ?? '',
		currency: childText( body, 'currency' ) ?? '',
		amount: wholeNumber( body[ 'amount' ] ),
		description: childText( body, 'description' ) ?? '',
		gateway: gateway === '' ? null : gateway,
		locale:
			childText( childObject( body, 'customer' ), 'locale' ) ?? 'en_US',
		lifetimeSeconds: lifetimeSeconds( body ) ?? 0,
	};
}

function describeViolation( violation: SchemaViolation ): string {
	return `${ violation.path } ${ violation.message }`.trim();
}

/** Returns an integer or the integer in a text, otherwise NaN. */
export function wholeNumber( value: JsonValue | undefined ): number {
	const text = typeof value === 'number' ? String( value ) : value;
	return typeof text === 'string' && /^-?\d{1,15}$/.test( text )
		? Number( text )
		: Number.NaN;
}

function isOneOf(
	list: readonly string[],
	value: JsonValue | undefined
): boolean {
	return typeof value === 'string' && list.includes( value );
}

/** Returns the number of characters, not of UTF-16 units. */
function length( text: string ): number {
	return [ ...text ].length;
}
