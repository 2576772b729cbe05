import type { Link } from '../../shared/api/schemas';
import type { ScreenConfig } from '../../shared/api/screen-config';
import { formatMoney } from '../../shared/utils/money';
import { formatCustomerTime } from '../format-customer-time';

const PLACEHOLDERS =
	/ ?\{(first_name|last_name|order_number|amount|shop_name|payment_url|expires)\}/g;

/** Fills in the message template of the shop. An unknown value is removed together with the space before it. */
export function shareMessage(
	link: Link,
	url: string,
	{ share, timezone }: ScreenConfig
): string {
	const values: Readonly< Record< string, string > > = {
		first_name: link.customer.first_name,
		last_name: link.customer.last_name,
		order_number: link.wc_order_number,
		amount: formatMoney( link.amount, link.currency ),
		shop_name: share.shop_name,
		payment_url: url,
		expires:
			link.expires_at === null
				? ''
				: formatCustomerTime( link.expires_at, timezone ),
	};

	return share.message_template.replace(
		PLACEHOLDERS,
		( placeholder: string, name: string ) => {
			const value = values[ name ] ?? '';
			return value === '' || ! placeholder.startsWith( ' ' )
				? value
				: ` ${ value }`;
		}
	);
}

/**
 * Returns a URL that opens WhatsApp with the message. Without a phone number, WhatsApp asks for a contact.
 *
 * @param phone In international format, `+31612345678`, or empty.
 */
export function whatsAppUrl( phone: string, message: string ): string {
	return `https://wa.me/${ digits( phone ) }?text=${ encodeURIComponent(
		message
	) }`;
}

/**
 * Returns a URL that opens the messages app of the phone. Android reads the text after `?`, iOS the text after `&`.
 * Each ignores the separator of the other.
 *
 * @param phone In international format, `+31612345678`, or empty.
 */
export function smsUrl( phone: string, message: string ): string {
	return `sms:${ phone }?&body=${ encodeURIComponent( message ) }`;
}

function digits( phone: string ): string {
	return phone.replace( /\D/g, '' );
}
