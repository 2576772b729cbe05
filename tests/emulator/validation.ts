import type { Site } from './account.ts';
import { cartCheckSteps } from './validation-cart.ts';
import { customerSteps, lifetimeOf } from './validation-fields.ts';
import { ApiError } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { childObject, childText, isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { CreateRequest } from './order.ts';
import type { SchemaViolation } from './schema.ts';
import type { Settings } from './settings.ts';

export interface CreateContext {
	readonly body: JsonObject;
	readonly site: Site;
	readonly settings: Settings;
}

/** One check of the create call: its code, the schema paths that belong to it, and its own rule. */
export interface Step {
	readonly code: ErrorCode;
	readonly paths: RegExp | null;
	readonly fails: ( context: CreateContext ) => boolean;
}

const TYPES = [ 'redirect', 'paymentlink', 'direct', 'checkout' ];

const ORDER_STEPS: readonly Step[] = [
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
	...customerSteps,
	...cartCheckSteps,
];

/**
 * Checks a create request in the provider's order; the first failure is the answer.
 *
 * Uniqueness is not checked here, for it comes last and belongs to the store.
 *
 * The body is undefined when it is not JSON; the violations are what the schema says about it.
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
	for ( const step of ORDER_STEPS ) {
		const violation = enforced.find(
			( { path } ) => step.paths?.test( path ) === true
		);
		if ( violation !== undefined ) {
			throw new ApiError( step.code, describe( violation ) );
		}
		if ( step.fails( context ) ) {
			throw new ApiError( step.code );
		}
	}
	const rest = enforced[ 0 ];
	if ( rest !== undefined ) {
		throw new ApiError( 1016, describe( rest ) );
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
		lifetimeSeconds: lifetimeOf( body ) ?? 0,
	};
}

function describe( violation: SchemaViolation ): string {
	return `${ violation.path } ${ violation.message }`.trim();
}

/**
 * An integer, or text that reads as one; NaN for everything else.
 */
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

/** Characters, not UTF-16 units. */
function length( text: string ): number {
	return [ ...text ].length;
}
