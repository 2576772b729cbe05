import { readFileSync } from 'node:fs';

import panelConfig from '../../../../tests/fixtures/wire/panel-config.json';
import { amountToText, parseAmount } from '../amount-input';
import { exponentOf, formatMoney } from '../money';

describe( 'the exponent of a currency', () => {
	it.each( [
		[ 'EUR', 2 ],
		[ 'JPY', 0 ],
		[ 'KWD', 3 ],
		[ 'ISK', 0 ],
		// Intl uses 0 decimals for these, ISO 4217 uses 2.
		[ 'HUF', 2 ],
		[ 'RSD', 2 ],
	] )( 'of %s is %d', ( currency, exponent ) => {
		expect( exponentOf( currency ) ).toBe( exponent );
	} );

	it( 'is the same on the server', () => {
		const php = readFileSync(
			'includes/Shared/Domain/Currency.php',
			'utf8'
		);
		const [ , table = '' ] = /EXPONENTS = \[([^\]]*)\]/.exec( php ) ?? [];
		const onServer = Array.from(
			table.matchAll( /'([A-Z]{3})' => (\d)/g ),
			( [ , code = '', exponent = '' ] ) => ( {
				code,
				exponent: Number( exponent ),
			} )
		);

		expect( onServer ).toEqual( panelConfig.currency_exponents );
	} );
} );

describe( 'parsing an amount', () => {
	it.each( [
		[ '80', 'EUR', 8000 ],
		[ '80,5', 'EUR', 8050 ],
		[ '80,00', 'EUR', 8000 ],
		[ '80.00', 'EUR', 8000 ],
		[ ' 80.00 ', 'EUR', 8000 ],
		[ '80.', 'EUR', 8000 ],
		[ ',50', 'EUR', 50 ],
		[ '0,29', 'EUR', 29 ],
		[ '1.250,50', 'EUR', 125050 ],
		[ '1,250.50', 'EUR', 125050 ],
		[ '1 250,50', 'EUR', 125050 ],
		[ '1\u00a0250,50', 'EUR', 125050 ],
		[ '1’250.50', 'CHF', 125050 ],
		[ '1.250.000', 'EUR', 125000000 ],
		[ '1,250,000.01', 'USD', 125000001 ],
		[ '19.99', 'USD', 1999 ],
		[ '1.115', 'KWD', 1115 ],
		[ '1,5', 'KWD', 1500 ],
		[ '8000', 'JPY', 8000 ],
		[ '1,250,000', 'JPY', 1250000 ],
		[ '-5', 'EUR', -500 ],
		[ '0', 'EUR', 0 ],
	] )( 'accepts %j %s as %d', ( text, currency, amount ) => {
		expect( parseAmount( text, currency ) ).toEqual( { ok: true, amount } );
	} );

	it.each( [
		[ '80,001', 'EUR' ],
		[ '80.000', 'EUR' ],
		[ '0.001', 'EUR' ],
		[ '1.250', 'EUR' ],
		[ '10.5', 'JPY' ],
		[ '8.000', 'JPY' ],
		[ '1.2345', 'KWD' ],
	] )(
		'rejects fractions of the smallest unit: %j %s',
		( text, currency ) => {
			expect( parseAmount( text, currency ) ).toEqual( {
				ok: false,
				reason: 'too_precise',
			} );
		}
	);

	it.each( [
		'abc',
		'8o',
		'€ 80',
		'80-',
		'--80',
		'1e3',
		'.',
		'1,2,3',
		'1.25,000.10',
		'12,34.50',
		'0x10',
		'99999999999999999999',
	] )( 'rejects %j', ( text ) => {
		expect( parseAmount( text, 'EUR' ) ).toEqual( {
			ok: false,
			reason: 'not_a_number',
		} );
	} );

	it.each( [ '', '   ' ] )( 'detects that %j is empty', ( text ) => {
		expect( parseAmount( text, 'EUR' ) ).toEqual( {
			ok: false,
			reason: 'empty',
		} );
	} );

	it.each( [
		[ 'en-US', 'EUR' ],
		[ 'nl-NL', 'EUR' ],
		[ 'de-DE', 'KWD' ],
		[ 'de-CH', 'CHF' ],
		[ 'ar-EG', 'USD' ],
		[ 'fr-FR', 'JPY' ],
	] )( 'parses its own format in %s for %s', ( language, currency ) => {
		document.documentElement.lang = language;
		for ( const amount of [ 1, 29, 8000, 125050, 123456789 ] ) {
			expect(
				parseAmount( amountToText( amount, currency ), currency )
			).toEqual( { ok: true, amount } );
		}
		document.documentElement.lang = 'en-US';
	} );
} );

describe( 'formatting an amount', () => {
	it.each( [
		[ 8000, 'EUR', '€80.00' ],
		[ 8000, 'JPY', '¥8,000' ],
		[ 8000, 'HUF', 'HUF\u00a080.00' ],
		[ 1115, 'KWD', 'KWD\u00a01.115' ],
	] )( 'formats %d %s as %j', ( amount, currency, text ) => {
		expect( formatMoney( amount, currency ) ).toBe( text );
	} );

	it( 'accepts an invalid currency code', () => {
		expect( formatMoney( 8000, '??' ) ).toBe( '?? 80.00' );
	} );
} );
