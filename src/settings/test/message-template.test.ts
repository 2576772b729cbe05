import { messageTemplateWords } from './message-template';

describe( 'the message around a link', () => {
	it( 'may hold every placeholder and several lines', () => {
		expect(
			messageTemplateWords(
				'Hello {first_name} {last_name},\n{shop_name}: {order_number}, {amount}, {expires}\n{payment_url}'
			)
		).toBeNull();
	} );

	it.each( [
		[ 'empty', '', /Enter a message/ ],
		[ 'too long', `{payment_url}${ 'é'.repeat( 488 ) }`, /At most 500/ ],
		[
			'one with an unknown gap',
			'{payment_url} {name}',
			/\{name\} is not/,
		],
		[ 'one without the address', 'Please pay', /Put \{payment_url\}/ ],
	] )( 'is refused when it is %s', ( _, template, words ) => {
		expect( messageTemplateWords( template ) ).toMatch( words );
	} );

	it( 'counts characters, not bytes', () => {
		expect(
			messageTemplateWords( `{payment_url}${ 'é'.repeat( 487 ) }` )
		).toBeNull();
	} );
} );
