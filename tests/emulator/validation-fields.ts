import { isIP } from 'node:net';
import { countryName, findMethod } from './catalogue.ts';
import { childList, childObject, isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { taxTables } from './cart.ts';
import type { Check } from './validation.ts';

const DEFAULT_LIFETIME_SECONDS = 2_592_000;
const MAX_LIFETIME_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;
const MAX_DAYS = 365;

/** Checks of countries, IP addresses, gateway and lifetime, in the provider's order. */
export const customerChecks: readonly Check[] = [
	{
		code: 1018,
		paths: /^(customer|delivery)\.country$|^checkout_options\..*\.country$/,
		fails: ( { body } ) => countries( body ).some( isUnknownCountry ),
	},
	{
		code: 1007,
		paths: /^customer\.(ip_address|forwarded_ip)$/,
		fails: ( { body } ) => {
			const customer = childObject( body, 'customer' );
			return [ 'ip_address', 'forwarded_ip' ].some( ( name ) => {
				const ip = customer?.[ name ];
				return (
					ip !== undefined &&
					( typeof ip !== 'string' || isIP( ip ) === 0 )
				);
			} );
		},
	},
	{
		code: 1023,
		paths: /^gateway$/,
		fails: ( { body, site } ) => {
			const gateway = body[ 'gateway' ] ?? '';
			return (
				gateway !== '' &&
				( typeof gateway !== 'string' ||
					findMethod( gateway ) === null ||
					! ( site.methods?.includes( gateway ) ?? true ) )
			);
		},
	},
	{
		code: 1016,
		paths: /^(days|seconds)_active$/,
		fails: ( { body } ) => lifetimeSeconds( body ) === null,
	},
];

/**
 * Returns the lifetime of a link: `seconds_active` above 0, otherwise `days_active`, otherwise 30 days. Returns null
 * for values out of range.
 */
export function lifetimeSeconds( body: JsonObject ): number | null {
	const seconds = parseInteger( body[ 'seconds_active' ] );
	const days = parseInteger( body[ 'days_active' ] );
	if ( Number.isNaN( seconds ) || Number.isNaN( days ) ) {
		return null;
	}
	if ( seconds !== null && seconds !== 0 ) {
		return seconds > 0 && seconds <= MAX_LIFETIME_SECONDS ? seconds : null;
	}
	if ( days !== null ) {
		return days >= 1 && days <= MAX_DAYS ? days * DAY_SECONDS : null;
	}
	return DEFAULT_LIFETIME_SECONDS;
}

function parseInteger( value: JsonValue | undefined ): number | null {
	if ( value === undefined || value === null || value === '' ) {
		return null;
	}
	const number = typeof value === 'object' ? Number.NaN : Number( value );
	return Number.isInteger( number ) ? number : Number.NaN;
}

function countries( body: JsonObject ): JsonValue[] {
	const addresses = [
		childObject( body, 'customer' ),
		childObject( body, 'delivery' ),
	];
	for ( const table of childList( taxTables( body ), 'alternate' ) ?? [] ) {
		const rules = isJsonObject( table )
			? childList( table, 'rules' )
			: null;
		addresses.push( ...( rules ?? [] ).filter( isJsonObject ) );
	}
	return addresses.flatMap( ( address ) =>
		address !== null && 'country' in address
			? [ address[ 'country' ] ?? null ]
			: []
	);
}

function isUnknownCountry( country: JsonValue ): boolean {
	return typeof country !== 'string' || countryName( country ) === null;
}
