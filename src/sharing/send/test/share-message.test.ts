import { aConfig, aLink } from '../test/wire';
import { shareMessage, smsAddress, whatsAppAddress } from './share-message';

const URL = 'https://testpayv2.multisafepay.com/connect/x/?lang=nl_NL';

function message( template: string, changes = {} ): string {
	const config = aConfig();

	return shareMessage( aLink( changes ), URL, {
		...config,
		timezone: 'America/New_York',
		share: { ...config.share, message_template: template },
	} );
}

it( 'fills the shop’s words in', () => {
	const { message_template: template } = aConfig().share;

	expect( message( template ) ).toBe(
		`Hello Eva, here is the payment link for order 1001 at Example shop (€80.00): ${ URL }`
	);
} );

it( 'leaves no hole where something is not known', () => {
	const customer = { ...aLink().customer, first_name: '', last_name: '' };

	expect(
		message( 'Hello {first_name} {last_name}, pay at {payment_url}', {
			customer,
		} )
	).toBe( `Hello, pay at ${ URL }` );
	expect(
		message( '{payment_url} until {expires}', { expires_at: null } )
	).toBe( `${ URL } until` );
} );

it( 'takes a name for a name, even one that looks like a gap', () => {
	const customer = { ...aLink().customer, first_name: '{payment_url} $&' };

	expect( message( 'Hi {first_name}: {payment_url}', { customer } ) ).toBe(
		`Hi {payment_url} $&: ${ URL }`
	);
} );

it( 'says the last moment by the clock of the shop', () => {
	expect(
		message( '{expires} {payment_url}', {
			expires_at: '2026-12-24T10:00:00Z',
		} )
	).toMatch( /^Dec 24, 2026, 5:00\sAM/ );
} );

it( 'keeps lines', () => {
	expect( message( 'Hello {first_name}\n\n{payment_url}' ) ).toBe(
		`Hello Eva\n\n${ URL }`
	);
} );

it.each( [
	[
		'+31612345678',
		'https://wa.me/31612345678?text=a%20%26%20b%0Ahttps%3A%2F%2Fx%2F%3Fy%3D1',
		'sms:+31612345678?&body=a%20%26%20b%0Ahttps%3A%2F%2Fx%2F%3Fy%3D1',
	],
	[
		'',
		'https://wa.me/?text=a%20%26%20b%0Ahttps%3A%2F%2Fx%2F%3Fy%3D1',
		'sms:?&body=a%20%26%20b%0Ahttps%3A%2F%2Fx%2F%3Fy%3D1',
	],
] )(
	'with the number “%s” makes addresses for phones',
	( phone, whatsApp, sms ) => {
		const text = 'a & b\nhttps://x/?y=1';

		expect( whatsAppAddress( phone, text ) ).toBe( whatsApp );
		expect( smsAddress( phone, text ) ).toBe( sms );
	}
);
