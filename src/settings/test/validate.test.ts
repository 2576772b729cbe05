import { fieldError } from '../validate';
import { fieldOf } from './config';

function messageTemplateError( template: string ) {
	return fieldError( fieldOf( 'message_template' ), template );
}

describe( 'the message template', () => {
	it( 'accepts all placeholders and several lines', () => {
		expect(
			messageTemplateError(
				'Hello {first_name} {last_name},\n{shop_name}: {order_number}, {amount}, {expires}\n{payment_url}'
			)
		).toBeNull();
	} );

	it.each( [
		[ 'empty', '', /Enter a message/ ],
		[ 'too long', `{payment_url}${ 'é'.repeat( 488 ) }`, /At most 500/ ],
		[
			'one with an unknown placeholder',
			'{payment_url} {name}',
			/\{name\} is not/,
		],
		[ 'one without the URL', 'Please pay', /Put \{payment_url\}/ ],
	] )( 'is rejected when it is %s', ( _, template, text ) => {
		expect( messageTemplateError( template ) ).toMatch( text );
	} );

	it( 'counts characters, not bytes', () => {
		expect(
			messageTemplateError( `{payment_url}${ 'é'.repeat( 487 ) }` )
		).toBeNull();
	} );
} );

describe( 'the description template', () => {
	it.each( [
		[ 'empty', ' ', /Enter a description/ ],
		[ 'too long', '€'.repeat( 67 ), /MultiSafepay takes 200 bytes/ ],
		[
			'one with an unknown placeholder',
			'Order {id}',
			/\{id\} is not known.*\{order_number\} \{shop_name\}/,
		],
	] )( 'is rejected when it is %s', ( _, template, text ) => {
		expect(
			fieldError( fieldOf( 'description_template' ), template )
		).toMatch( text );
	} );
} );

describe( 'a number', () => {
	it.each( [
		[ 'missing', NaN ],
		[ 'too low', 0 ],
		[ 'too high', 366 ],
		[ 'not whole', 1.5 ],
	] )( 'is rejected when it is %s', ( _, days ) => {
		expect( fieldError( fieldOf( 'default_days_active' ), days ) ).toBe(
			'Enter a whole number from 1 to 365.'
		);
	} );

	it( 'is accepted between its bounds', () => {
		expect(
			fieldError( fieldOf( 'default_days_active' ), 365 )
		).toBeNull();
	} );
} );
