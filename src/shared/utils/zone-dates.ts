import { adminLanguage } from './language';

/**
 * Formats a date and time in the time zone of the shop, with the name of the zone, because staff can be in another one.
 */
export function formatInZone( iso: string, timeZone: string ): string {
	const date = new Date( iso );
	const style = {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		timeZoneName: 'short',
	} as const;
	try {
		return date.toLocaleString( adminLanguage(), { ...style, timeZone } );
	} catch {
		// Older browsers do not support offsets such as +02:00 as time zones.
		return date.toLocaleString( adminLanguage(), style );
	}
}
