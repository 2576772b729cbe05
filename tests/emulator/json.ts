/** JSON types, and functions that read untrusted JSON. */

export type JsonValue =
	| string
	| number
	| boolean
	| null
	| JsonValue[]
	| JsonObject;

export interface JsonObject {
	[ key: string ]: JsonValue;
}

export function isJsonObject( value: unknown ): value is JsonObject {
	return (
		typeof value === 'object' && value !== null && ! Array.isArray( value )
	);
}

/** Parses UTF-8 JSON. Returns `undefined` for invalid bytes or invalid JSON. */
export function parseJson( raw: Buffer ): JsonValue | undefined {
	try {
		const text = new TextDecoder( 'utf-8', { fatal: true } ).decode( raw );
		const value: JsonValue = JSON.parse( text );
		return value;
	} catch {
		return undefined;
	}
}

export function childObject(
	parent: JsonObject | null,
	key: string
): JsonObject | null {
	const value = parent?.[ key ];
	return isJsonObject( value ) ? value : null;
}

export function childList(
	parent: JsonObject | null,
	key: string
): JsonValue[] | null {
	const value = parent?.[ key ];
	return Array.isArray( value ) ? value : null;
}

export function childText(
	parent: JsonObject | null,
	key: string
): string | null {
	const value = parent?.[ key ];
	return typeof value === 'string' ? value : null;
}

/** Returns compact JSON with sorted keys on all levels, which is the format of signed notifications. */
export function sortedJson( value: JsonValue ): string {
	return JSON.stringify( sortKeys( value ) );
}

function sortKeys( value: JsonValue ): JsonValue {
	if ( Array.isArray( value ) ) {
		return value.map( sortKeys );
	}
	if ( ! isJsonObject( value ) ) {
		return value;
	}
	const sorted: JsonObject = {};
	for ( const key of Object.keys( value ).sort() ) {
		sorted[ key ] = sortKeys( value[ key ] ?? null );
	}
	return sorted;
}
