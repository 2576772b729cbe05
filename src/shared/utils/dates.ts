import { adminLanguage } from './language';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes a moment in the reader's own time zone, e.g. `24 Dec 2026, 11:00`. */
export function formatDateTime( iso: string ): string {
	return new Intl.DateTimeFormat( adminLanguage(), {
		dateStyle: 'medium',
		timeStyle: 'short',
	} ).format( new Date( iso ) );
}

/** Writes a moment in the shop's time zone, which it names: staff may sit in another one. */
export function formatInZone( iso: string, timeZone: string ): string {
	const moment = new Date( iso );
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
		return moment.toLocaleString( adminLanguage(), { ...style, timeZone } );
	} catch {
		// Older browsers know no zone that is a mere offset, such as +02:00.
		return moment.toLocaleString( adminLanguage(), style );
	}
}

/** Writes a time of today, e.g. `11:00`. */
export function formatTime( moment: Date ): string {
	return new Intl.DateTimeFormat( adminLanguage(), {
		timeStyle: 'short',
	} ).format( moment );
}

/** Writes how far a moment lies from now, e.g. `in 30 days`. */
export function formatRelative( iso: string, now: Date ): string {
	const seconds = ( Date.parse( iso ) - now.getTime() ) / 1000;
	const distance = Math.abs( seconds );
	const words = new Intl.RelativeTimeFormat( adminLanguage(), {
		numeric: 'auto',
	} );

	if ( distance < MINUTE ) {
		return words.format( Math.trunc( seconds ), 'second' );
	}
	if ( distance < HOUR ) {
		return words.format( Math.trunc( seconds / MINUTE ), 'minute' );
	}
	if ( distance < 2 * DAY ) {
		return words.format( Math.trunc( seconds / HOUR ), 'hour' );
	}

	// Rounded: a link made a moment ago for 30 days ends in 30 days, not in 29.
	return words.format( Math.round( seconds / DAY ), 'day' );
}
