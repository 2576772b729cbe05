import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import { startEmulator } from '../emulator.ts';
import type { Emulator } from '../emulator.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { MAIN_KEY } from '../keys.ts';

export interface ApiResult {
	readonly status: number;
	readonly body: JsonObject;
}

/** One emulator per test file. It is reset before each test. */
export class Harness {
	private emulator: Emulator | null = null;

	public constructor() {
		before( async () => {
			this.emulator = await startEmulator();
		} );
		beforeEach( () => this.control( 'POST', 'reset' ) );
		after( () => this.emulator?.close() );
	}

	public get url(): string {
		assert.ok( this.emulator );
		return this.emulator.url;
	}

	public get apiUrl(): string {
		assert.ok( this.emulator );
		return this.emulator.apiUrl;
	}

	public async api(
		method: string,
		path: string,
		body: JsonValue | null = null,
		key = MAIN_KEY
	): Promise< ApiResult > {
		const response = await fetch( `${ this.apiUrl }${ path }`, {
			method,
			headers: { api_key: key, 'Content-Type': 'application/json' },
			...( body === null ? {} : { body: JSON.stringify( body ) } ),
		} );
		return {
			status: response.status,
			body: toObject( await response.json() ),
		};
	}

	public async control(
		method: string,
		path: string,
		body: JsonObject | null = null
	): Promise< JsonValue > {
		const response = await fetch( `${ this.url }/_emu/${ path }`, {
			method,
			...( body === null ? {} : { body: JSON.stringify( body ) } ),
		} );
		const value: JsonValue = await response.json();
		assert.equal( response.status, 200, JSON.stringify( value ) );
		return value;
	}

	public async create( overrides: JsonObject = {} ): Promise< string > {
		const { status, body } = await this.api(
			'POST',
			'/orders',
			linkBody( overrides )
		);
		assert.equal( status, 200, JSON.stringify( body ) );
		return String( responseData( body )[ 'payment_url' ] );
	}

	public async order( id = 'PL-1' ): Promise< JsonObject > {
		return toObject( await this.control( 'GET', `orders/${ id }` ) );
	}

	public async simulate(
		action: string,
		body: JsonObject = {},
		id = 'PL-1'
	): Promise< JsonObject > {
		return toObject(
			await this.control( 'POST', `orders/${ id }/${ action }`, body )
		);
	}

	public advance( seconds: number ): Promise< JsonValue > {
		return this.control( 'POST', 'clock', { advance_seconds: seconds } );
	}

	public settings( patch: JsonObject ): Promise< JsonValue > {
		return this.control( 'POST', 'settings', patch );
	}

	public async notifications(): Promise< JsonObject[] > {
		const log = await this.control( 'GET', 'notifications' );
		assert.ok( Array.isArray( log ) );
		return log.map( toObject );
	}
}

export function linkBody( overrides: JsonObject = {} ): JsonObject {
	return {
		type: 'paymentlink',
		order_id: 'PL-1',
		currency: 'EUR',
		amount: 6050,
		description: 'Workshop <b>booking</b>',
		...overrides,
	};
}

export function cartBody( price = 50, rate = 0.21, quantity = 1 ): JsonObject {
	return {
		shopping_cart: {
			items: [
				{
					name: 'Workshop',
					unit_price: price,
					quantity,
					merchant_item_id: 'WS',
					tax_table_selector: 'VAT',
				},
			],
		},
		checkout_options: {
			validate_cart: true,
			tax_tables: {
				default: { shipping_taxed: true, rate: 0 },
				alternate: [
					{ name: 'VAT', standalone: false, rules: [ { rate } ] },
				],
			},
		},
	};
}

export function toObject( value: JsonValue | unknown ): JsonObject {
	assert.ok(
		isJsonObject( value ),
		`not an object: ${ JSON.stringify( value ) }`
	);
	return value;
}

export function responseData( body: JsonObject ): JsonObject {
	return toObject( body[ 'data' ] );
}
