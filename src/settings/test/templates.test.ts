import {
	descriptionExample,
	orderIdExample,
	orderIdTemplateError,
	siteId,
	unknownPlaceholder,
} from '../templates';
import { config, fieldOf } from './config';

const MAX = config.site_fields.order_id_template.max_fixed_characters ?? 0;

describe( 'order ID templates', () => {
	it( 'show an example', () => {
		expect( orderIdExample( 'PL-{order_number}-{n}' ) ).toBe( 'PL-1042-1' );
	} );

	it.each( [
		[ 'PL-{order_number}-{n}', null ],
		[ '{n}.{order_number}_x', null ],
		[ '', 'placeholders' ],
		[ 'PL-{order_number}', 'placeholders' ],
		[ 'PL-{n}-{order_number}-{n}', 'placeholders' ],
		[ 'PL {order_number}-{n}', 'characters' ],
		[ 'PL-{order_number}-{n}-{x}', 'characters' ],
		[ `${ 'A'.repeat( 24 ) }{order_number}-{n}`, 'too_long' ],
		[ 'PL-{order_number}{n}', 'adjacent' ],
	] )( 'are validated as on the server: %s', ( template, error ) => {
		expect( orderIdTemplateError( template, MAX ) ).toBe( error );
	} );
} );

describe( 'description templates', () => {
	it( 'show an example', () => {
		expect(
			descriptionExample( 'Order {order_number} at {shop_name}', 'Vazen' )
		).toBe( 'Order 1042 at Vazen' );
	} );

	it.each( [
		[ 'Order {order_number} at {shop_name}', null ],
		[ 'Order {id}', '{id}' ],
		[ 'Order {', null ],
	] )( 'report an unknown placeholder: %s', ( template, unknown ) => {
		const { placeholders = [] } = fieldOf( 'description_template' );
		expect( unknownPlaceholder( template, placeholders ) ).toBe( unknown );
	} );
} );

describe( 'ids of new sites', () => {
	it.each( [
		[ 'Main shop', [], 'main-shop' ],
		[ 'Café Zürich!', [], 'cafe-zurich' ],
		[ '商店', [], 'site' ],
		[ 'Main', [ 'main', 'main-2' ], 'main-3' ],
		[ 'x'.repeat( 60 ), [], 'x'.repeat( 28 ) ],
	] )( 'are derived from the label: %s', ( label, usedIds, id ) => {
		expect( siteId( label, usedIds ) ).toBe( id );
	} );
} );
