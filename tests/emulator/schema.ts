import { readFileSync } from 'node:fs';
import { isIP, isIPv4 } from 'node:net';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { isJsonObject } from './json.ts';
import type { JsonValue } from './json.ts';

export interface SchemaViolation {
	/** Path with dots, including list indexes. Empty for the body itself. */
	readonly path: string;
	readonly message: string;
}

/** Validates bodies of POST /orders against the provider's types and limits. */
export class CreateOrderSchema {
	private readonly validate: ReturnType< typeof compile >;

	public constructor() {
		this.validate = compile();
	}

	public violations( body: JsonValue | undefined ): SchemaViolation[] {
		if ( ! isJsonObject( body ) ) {
			return [ { path: '', message: 'must be a JSON object' } ];
		}
		if ( this.validate( body ) ) {
			return [];
		}
		return ( this.validate.errors ?? [] ).map( toViolation );
	}
}

function compile() {
	const schema: object = JSON.parse(
		readFileSync(
			new URL( './create-order.schema.json', import.meta.url ),
			'utf8'
		)
	);
	const ajv = new Ajv( { allErrors: true, strict: false } );
	// A notification URL on the loopback address has a port, so this check is less strict than the provider's
	// documentation.
	ajv.addFormat( 'url', isWebUrl );
	ajv.addFormat( 'URL', isWebUrl );
	ajv.addFormat( 'ISO-4217 currency code', /^[A-Z]{3}$/ );
	ajv.addFormat(
		'ab_CD with ISO 639 language codes and ISO 3166 country codes',
		/^[a-z]{2}_[A-Z]{2}$/
	);
	ajv.addFormat( 'country alpha-2', /^[A-Z]{2}$/ );
	ajv.addFormat( 'IP address', ( text: string ) => isIP( text ) !== 0 );
	ajv.addFormat( 'IPv4', ( text: string ) => isIPv4( text ) );
	ajv.addFormat( 'yyyy-MM-dd', isDate );
	ajv.addFormat( 'yyyy-mm-dd', isDate );
	ajv.addFormat( 'YYMM', /^\d{2}(0[1-9]|1[0-2])$/ );
	ajv.addFormat( 'ISO 3166 country code', true );
	ajv.addFormat( 'float', true );
	return ajv.compile( schema );
}

function toViolation( error: ErrorObject ): SchemaViolation {
	const pathParts = error.instancePath
		.split( '/' )
		.slice( 1 )
		.map( ( part ) =>
			part.replaceAll( '~1', '/' ).replaceAll( '~0', '~' )
		);
	const missing: unknown = error.params[ 'missingProperty' ];
	if ( typeof missing === 'string' ) {
		pathParts.push( missing );
	}
	return {
		path: pathParts.join( '.' ),
		message: error.message ?? error.keyword,
	};
}

function isWebUrl( text: string ): boolean {
	if ( /[\s<>"]/.test( text ) || ! URL.canParse( text ) ) {
		return false;
	}
	const url = new URL( text );
	return (
		( url.protocol === 'http:' || url.protocol === 'https:' ) &&
		text.startsWith( `${ url.protocol }//` )
	);
}

function isDate( text: string ): boolean {
	if ( ! /^\d{4}-\d{2}-\d{2}$/.test( text ) ) {
		return false;
	}
	const date = new Date( `${ text }T00:00:00Z` );
	return (
		! Number.isNaN( date.getTime() ) &&
		date.toISOString().startsWith( text )
	);
}
