import { messageTemplateError } from '../message-template';

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
