import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

import { panelConfigSchema, type PanelConfig } from '../../order-panel/config';
import {
	draftSchema,
	linkSchema,
	linkWithEventsSchema,
	type Balance,
	type Draft,
	type Link,
	type LinkWithEvents,
} from '../api/schemas';

/** Reads an example of the REST contract. The PHP tests use the same files. */
export function wire( name: string ): unknown {
	return resolve(
		JSON.parse( readFileSync( `tests/fixtures/wire/${ name }`, 'utf8' ) )
	);
}

const objectSchema = z.record( z.string(), z.unknown() );

/** Replaces every `{"$ref": "name.json", …}` with the content of that file and the other properties. */
function resolve( value: unknown ): unknown {
	if ( Array.isArray( value ) ) {
		return value.map( resolve );
	}
	const object = objectSchema.safeParse( value );
	if ( ! object.success ) {
		return value;
	}
	const { $ref: file, ...properties } = object.data;
	const resolved = Object.fromEntries(
		Object.entries( properties ).map( ( [ key, item ] ) => [
			key,
			resolve( item ),
		] )
	);

	return typeof file === 'string'
		? { ...objectSchema.parse( wire( file ) ), ...resolved }
		: resolved;
}

export function aLink( changes: Partial< Link > = {} ): Link {
	return { ...linkSchema.parse( wire( 'link.json' ) ), ...changes };
}

export function aLinkWithEvents(
	changes: Partial< LinkWithEvents > = {}
): LinkWithEvents {
	return {
		...linkWithEventsSchema.parse( wire( 'link-with-events.json' ) ),
		...changes,
	};
}

/** By default, the amount of the draft is the amount due. */
export function aDraft(
	changes: Partial< Draft[ 'values' ] > = {},
	warnings: Draft[ 'warnings' ] = [],
	balance: Partial< Balance > = {}
): Draft {
	const draft = draftSchema.parse( wire( 'draft.json' ) );
	const values = { ...draft.values, ...changes };

	return {
		...draft,
		values,
		warnings,
		balance: aBalance( {
			currency: values.currency,
			due: values.amount,
			...balance,
		} ),
	};
}

export function aBalance( changes: Partial< Balance > = {} ): Balance {
	return {
		currency: 'EUR',
		total: 8000,
		refunded: 0,
		received: 0,
		due: 8000,
		paid: false,
		...changes,
	};
}

export function aConfig( changes: Partial< PanelConfig > = {} ): PanelConfig {
	return {
		...panelConfigSchema.parse( wire( 'panel-config.json' ) ),
		draft: aDraft(),
		...changes,
	};
}

export function anAlert(
	changes: Partial< NonNullable< Link[ 'alert' ] > > = {}
): NonNullable< Link[ 'alert' ] > {
	return {
		code: 'order_cancelled',
		message: 'The link was paid after the order was cancelled.',
		can_be_accepted: true,
		...changes,
	};
}

/** Time and time zone that the examples use. */
export const SHOP_TIME = {
	now: new Date( '2026-11-24T10:00:00Z' ),
	zone: 'Europe/Amsterdam',
};
