import { aConfig, aLink } from '../../../shared/test/wire';
import { shareMessage, smsUrl, whatsAppUrl } from '../share-message';

const URL = 'https://testpayv2.multisafepay.com/connect/x/?lang=nl_NL';

function message( template: string, changes = {} ): string {
	const config = aConfig();

	return shareMessage( aLink( changes ), URL, {
		...config,
		timezone: 'America/New_York',
		share: { ...config.share, message_template: template },
	} );
}

it( 'fills in the template', () => {
	const { message_template: template } = aConfig().share;

	expect( message( template ) ).toBe(
		`Hello Eva, here is the payment link for order 1001 at Example shop (€80.00): ${ URL }`
	);
} );

it( 'removes unknown values with their space', () => {
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

it( 'does not replace placeholders in values', () => {
	const customer = { ...aLink().customer, first_name: '{payment_url} $&' };

	expect( message( 'Hi {first_name}: {payment_url}', { customer } ) ).toBe(
		`Hi {payment_url} $&: ${ URL }`
	);
} );

it( 'uses the time zone of the shop', () => {
	expect(
		message( '{expires} {payment_url}', {
			expires_at: '2026-12-24T10:00:00Z',
		} )
	).toMatch( /^Dec 24, 2026, 5:00\sAM/ );
} );

it( 'keeps line breaks', () => {
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
] )( 'builds URLs for the number “%s”', ( phone, whatsApp, sms ) => {
	const text = 'a & b\nhttps://x/?y=1';

	expect( whatsAppUrl( phone, text ) ).toBe( whatsApp );
	expect( smsUrl( phone, text ) ).toBe( sms );
} );
