import { readdirSync } from 'node:fs';

import { batchWithTroublesSchema, previewSchema } from '../batches/schemas';
import { foundCustomersSchema, phoneDraftSchema } from '../phone-order/schemas';
import { wire } from '../test/wire';
import { readApiError } from './error-body';
import { panelConfigSchema, readPanelConfig } from './panel-config';
import {
	createBodySchema,
	draftSchema,
	errorBodySchema,
	linkSchema,
	linksSchema,
	linkWithEventsSchema,
} from './schemas';

const SCHEMAS = {
	'batch-preview.json': previewSchema,
	'batch.json': batchWithTroublesSchema,
	'create-body.json': createBodySchema,
	'customers.json': foundCustomersSchema,
	'draft.json': draftSchema,
	'error-invalid-param.json': errorBodySchema,
	'error-link-not-open.json': errorBodySchema,
	'error-not-configured.json': errorBodySchema,
	'error-rejected.json': errorBodySchema,
	'error-stock-gone.json': errorBodySchema,
	'error-unavailable.json': errorBodySchema,
	'link-with-events.json': linkWithEventsSchema,
	'link.json': linkSchema,
	'links.json': linksSchema,
	'panel-config.json': panelConfigSchema,
	'phone-draft.json': phoneDraftSchema,
};

describe( 'the examples of the REST contract', () => {
	it( 'are all held to a schema, those of the settings screen in its own tests', () => {
		const files = readdirSync( 'tests/fixtures/wire' ).filter(
			( file ) => ! file.startsWith( 'settings' )
		);

		expect( files.sort() ).toEqual( Object.keys( SCHEMAS ).sort() );
	} );

	it.each( Object.entries( SCHEMAS ) )( '%s fits', ( file, schema ) => {
		expect( schema.safeParse( wire( file ) ).error ).toBeUndefined();
	} );

	it.each( [
		'create-body.json',
		'draft.json',
		'link.json',
		'link-with-events.json',
		'panel-config.json',
	] as const )( 'nothing of %s gets lost', ( file ) => {
		expect( SCHEMAS[ file ].parse( wire( file ) ) ).toEqual( wire( file ) );
	} );
} );

describe( 'a link', () => {
	function linkWith( changes: object ): unknown {
		return { ...Object( wire( 'link.json' ) ), ...changes };
	}

	it.each( [
		[ 'a fraction as amount', { amount: 80.5 } ],
		[ 'an amount in words', { amount: '8000' } ],
		[ 'an unknown status', { status: 'paid' } ],
		[ 'a local time', { created_at: '2026-11-24 10:00:00' } ],
		[ 'a script as address', { payment_url: 'javascript:alert(1)' } ],
	] )( 'is refused with %s', ( _, changes ) => {
		expect( linkSchema.safeParse( linkWith( changes ) ).success ).toBe(
			false
		);
	} );

	it( 'drops what the panel has no use for, an API key above all', () => {
		const parsed = linkSchema.parse( linkWith( { api_key: 'secret' } ) );

		expect( JSON.stringify( parsed ) ).not.toContain( 'secret' );
	} );
} );

describe( 'the config on the mount node', () => {
	function nodeWith( config: string | undefined ): HTMLElement {
		const node = document.createElement( 'div' );
		if ( config !== undefined ) {
			node.dataset[ 'config' ] = config;
		}
		return node;
	}

	it( 'is read', () => {
		const config = readPanelConfig(
			nodeWith( JSON.stringify( wire( 'panel-config.json' ) ) )
		);

		expect( config?.links ).toHaveLength( 1 );
		expect( config?.draft?.values.amount ).toBe( 8000 );
	} );

	it.each( [
		[ 'is missing', undefined ],
		[ 'is empty', '' ],
		[ 'is cut off', '{"wc_order_id":10' ],
		[ 'has another shape', '{"wc_order_id":"1001"}' ],
	] )( 'is refused when it %s', ( _, config ) => {
		expect( readPanelConfig( nodeWith( config ) ) ).toBeNull();
	} );
} );

describe( 'an error', () => {
	it( 'keeps its code, status, fields and the provider’s number', () => {
		expect( readApiError( wire( 'error-rejected.json' ) ) ).toMatchObject( {
			code: 'multisafepay_rejected',
			status: 422,
			errorCode: 1002,
			params: { currency: expect.stringContaining( 'not enabled' ) },
		} );
	} );

	it( 'says which link has to be read again', () => {
		expect(
			readApiError( wire( 'error-link-not-open.json' ) )
		).toMatchObject( {
			code: 'link_not_open',
			status: 409,
			linkId: 7,
		} );
	} );

	it( 'says which goods are gone', () => {
		expect( readApiError( wire( 'error-stock-gone.json' ) ) ).toMatchObject(
			{
				code: 'stock_gone',
				missingStock: [ { name: 'Mug', wanted: 2, left: 1 } ],
			}
		);
	} );

	it( 'leads to the order that was copied before its link failed', () => {
		expect(
			readApiError( {
				code: 'multisafepay_unavailable',
				message: 'Order 1002 is there.',
				data: {
					status: 502,
					wc_order_id: 1002,
					wc_order_number: '1002',
					edit_url: 'https://shop.example/1002',
				},
			} ).orderCopy
		).toEqual( { number: '1002', editUrl: 'https://shop.example/1002' } );
	} );

	it( 'takes PHP’s empty list for no fields', () => {
		const error = readApiError( {
			code: 'rest_invalid_param',
			message: 'No.',
			data: { status: 400, params: [] },
		} );

		expect( error.params ).toEqual( {} );
	} );

	it.each( [
		[ { code: 'offline_error', message: 'x' }, /offline/ ],
		[ { code: 'fetch_error', message: 'x' }, /did not answer/ ],
		[ { code: 'invalid_json', message: 'x' }, /unreadable/ ],
		[
			{
				code: 'rest_cookie_invalid_nonce',
				message: 'Cookie check failed',
				data: { status: 403 },
			},
			/session has expired/,
		],
		[
			{
				code: 'rest_forbidden',
				message: 'Sorry',
				data: { status: 401 },
			},
			/session has expired/,
		],
		[ new TypeError( 'x is not a function' ), /Something went wrong/ ],
		[ null, /Something went wrong/ ],
		[ '<html>', /Something went wrong/ ],
	] )( 'says what to do about %j', ( thrown, words ) => {
		expect( readApiError( thrown ).message ).toMatch( words );
	} );
} );
