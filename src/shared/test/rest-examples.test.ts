import { readdirSync } from 'node:fs';

import { batchWithIssuesSchema, previewSchema } from '../../batches/schemas';
import {
	customerResultsSchema,
	phoneDraftSchema,
} from '../../new-orders/phone-order/schemas';
import { panelConfigSchema } from '../../order-panel/config';
import {
	createBodySchema,
	draftSchema,
	errorBodySchema,
	linkSchema,
	linksSchema,
	linkWithEventsSchema,
} from '../api/schemas';
import { wire } from './wire';

const SCHEMAS = {
	'batch-preview.json': previewSchema,
	'batch.json': batchWithIssuesSchema,
	'create-body.json': createBodySchema,
	'customers.json': customerResultsSchema,
	'draft.json': draftSchema,
	'error-invalid-param.json': errorBodySchema,
	'error-link-not-open.json': errorBodySchema,
	'error-not-configured.json': errorBodySchema,
	'error-rejected.json': errorBodySchema,
	'error-insufficient-stock.json': errorBodySchema,
	'error-unavailable.json': errorBodySchema,
	'link-with-events.json': linkWithEventsSchema,
	'link.json': linkSchema,
	'links.json': linksSchema,
	'panel-config.json': panelConfigSchema,
	'phone-draft.json': phoneDraftSchema,
};

describe( 'the examples of the REST contract', () => {
	it( 'all have a schema; the settings have their own tests', () => {
		const files = readdirSync( 'tests/fixtures/wire' ).filter(
			( file ) => ! file.startsWith( 'settings' )
		);

		expect( files.sort() ).toEqual( Object.keys( SCHEMAS ).sort() );
	} );

	it.each( Object.entries( SCHEMAS ) )(
		'%s matches its schema',
		( file, schema ) => {
			expect( schema.safeParse( wire( file ) ).error ).toBeUndefined();
		}
	);

	it.each( [
		'create-body.json',
		'draft.json',
		'link.json',
		'link-with-events.json',
		'panel-config.json',
	] as const )( '%s is parsed without loss', ( file ) => {
		expect( SCHEMAS[ file ].parse( wire( file ) ) ).toEqual( wire( file ) );
	} );
} );
