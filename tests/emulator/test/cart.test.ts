import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cartMatches, cartTotals } from '../cart.ts';
import { Decimal } from '../decimal.ts';
import { cartBody } from './harness.ts';

const CASES = [
	{ name: 'one item', price: 50, rate: 0.21, quantity: 1, total: 6050n },
	{
		name: 'ten decimals from a gross price',
		price: 8.2561983471,
		rate: 0.21,
		quantity: 3,
		total: 2997n,
	},
	{
		name: 'half a cent, rounded up',
		price: 0.125,
		rate: 0,
		quantity: 1,
		total: 13n,
	},
	{
		name: 'items and tax, rounded separately',
		price: 0.005,
		rate: 1,
		quantity: 1,
		total: 2n,
	},
	{
		name: 'a value that is not exact in binary',
		price: 1.005,
		rate: 0,
		quantity: 1,
		total: 101n,
	},
	{ name: 'a discount', price: -10, rate: 0.21, quantity: 1, total: -1210n },
	{ name: 'a tiny price', price: 1e-7, rate: 0, quantity: 100000, total: 1n },
];

for ( const { name, price, rate, quantity, total } of CASES ) {
	test( `sums ${ name }`, () => {
		assert.equal(
			cartTotals( cartBody( price, rate, quantity ) )?.total,
			total
		);
	} );
}

test( 'compares the total in the smallest currency unit', () => {
	assert.ok( cartMatches( cartBody( 100, 0.1 ), 110, 'JPY' ) );
	assert.ok( cartMatches( cartBody( 100, 0.1 ), 11000, 'EUR' ) );
	assert.ok( ! cartMatches( cartBody( 100, 0.1 ), 11001, 'EUR' ) );
} );

test( 'a decimal accepts exponents and rejects NaN', () => {
	assert.equal( Decimal.of( 1e21 ).rounded( 0 ), 10n ** 21n );
	assert.throws( () => Decimal.of( Number.NaN ), RangeError );
} );
