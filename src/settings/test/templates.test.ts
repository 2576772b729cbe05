import {
	descriptionExample,
	orderIdExample,
	orderIdTemplateProblem,
	siteId,
	unknownPlaceholder,
} from './templates';

describe( 'order ID templates', () => {
	it( 'show what the first link of an order gets', () => {
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
	] )( 'are checked as on the server: %s', ( template, problem ) => {
		expect( orderIdTemplateProblem( template ) ).toBe( problem );
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
	] )( 'name a placeholder that is unknown: %s', ( template, unknown ) => {
		expect( unknownPlaceholder( template ) ).toBe( unknown );
	} );
} );

describe( 'ids of new sites', () => {
	it.each( [
		[ 'Main shop', [], 'main-shop' ],
		[ 'Café Zürich!', [], 'cafe-zurich' ],
		[ '商店', [], 'site' ],
		[ 'Main', [ 'main', 'main-2' ], 'main-3' ],
		[ 'x'.repeat( 60 ), [], 'x'.repeat( 28 ) ],
	] )( 'come from the label: %s', ( label, taken, id ) => {
		expect( siteId( label, taken ) ).toBe( id );
	} );
} );
