import type { PanelConfig } from '../api/panel-config';
import type { Link } from '../api/schemas';
import { formatMoney } from '../utils/money';
import { customerTime } from './customer-time';

const GAPS =
	/ ?\{(first_name|last_name|order_number|amount|shop_name|payment_url|expires)\}/g;

/** The shop's message for a link, filled in. What is not known leaves no hole: “Hello, here is …”. */
export function shareMessage(
	link: Link,
	url: string,
	{ share, timezone }: PanelConfig
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
				: customerTime( link.expires_at, timezone ),
	};

	return share.message_template.replace(
		GAPS,
		( gap: string, name: string ) => {
			const value = values[ name ] ?? '';
			return value === '' || ! gap.startsWith( ' ' )
				? value
				: ` ${ value }`;
		}
	);
}

/**
 * Opens WhatsApp with the message typed in; without a number it asks whom to send it to.
 *
 * @param phone International, `+31612345678`, or empty.
 */
export function whatsAppAddress( phone: string, message: string ): string {
	return `https://wa.me/${ digits( phone ) }?text=${ encodeURIComponent(
		message
	) }`;
}

/**
 * Opens the phone's text messages with the message typed in. Android reads what follows the `?`, iPhones what follows
 * the `&`; each passes over the other's sign.
 *
 * @param phone International, `+31612345678`, or empty.
 */
export function smsAddress( phone: string, message: string ): string {
	return `sms:${ phone }?&body=${ encodeURIComponent( message ) }`;
}

function digits( phone: string ): string {
	return phone.replace( /\D/g, '' );
}
