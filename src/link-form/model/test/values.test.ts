import { fieldForParam } from '../values';

it.each( [
	[ 'customer.email', 'customer.email' ],
	[ 'currency', 'amount' ],
	[ 'days_active', 'hours_active' ],
	[ 'seconds_active', 'hours_active' ],
	[ 'customer.address1', 'customer.address1' ],
	[ 'delivery.zip_code', 'delivery.zip_code' ],
	[ 'gateway', 'gateway' ],
	[ 'idempotency_key', null ],
	[ 'toString', null ],
] )( 'shows a message about %s at %s', ( param, field ) => {
	expect( fieldForParam( param, 'hours' ) ).toBe( field );
} );
