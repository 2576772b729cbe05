import { formatDateTime } from '../shared/utils/dates';
import { adminLanguage } from '../shared/utils/language';

/**
 * Formats a date and time for the customer, in the time zone of the shop. The e-mails of the shop use the same format.
 *
 * @param iso      ISO 8601.
 * @param timeZone Time zone of the shop: a name such as `Europe/Amsterdam` or an offset such as `+02:00`.
 */
export function formatCustomerTime( iso: string, timeZone: string ): string {
	try {
		return new Intl.DateTimeFormat( adminLanguage(), {
			dateStyle: 'medium',
			timeStyle: 'short',
			timeZone,
		} ).format( new Date( iso ) );
	} catch {
		// Older browsers do not support offsets as time zones.
		return formatDateTime( iso );
	}
}
