import { formatDateTime } from '../utils/dates';
import { adminLanguage } from '../utils/language';

/**
 * Writes a moment for the customer, as the shop's e-mails do: by the clock of the shop, wherever staff sit.
 *
 * @param iso      ISO 8601.
 * @param timeZone Of the shop: a place such as `Europe/Amsterdam`, or a distance such as `+02:00`.
 */
export function customerTime( iso: string, timeZone: string ): string {
	try {
		return new Intl.DateTimeFormat( adminLanguage(), {
			dateStyle: 'medium',
			timeStyle: 'short',
			timeZone,
		} ).format( new Date( iso ) );
	} catch {
		// Older browsers know no zone that is a mere distance.
		return formatDateTime( iso );
	}
}
