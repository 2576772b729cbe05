import { adminLanguage } from './language';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Formats a date and time in the time zone of the browser: `24 Dec 2026, 11:00`. */
export function formatDateTime( iso: string ): string {
	return new Intl.DateTimeFormat( adminLanguage(), {
		dateStyle: 'medium',
		timeStyle: 'short',
	} ).format( new Date( iso ) );
}

/** Formats a time of day: `11:00`. */
export function formatTime( date: Date ): string {
	return new Intl.DateTimeFormat( adminLanguage(), {
		timeStyle: 'short',
	} ).format( date );
}

/** Formats the distance from now: `in 30 days`. */
export function formatRelative( iso: string, now: Date ): string {
	const seconds = ( Date.parse( iso ) - now.getTime() ) / 1000;
	const distance = Math.abs( seconds );
	const formatter = new Intl.RelativeTimeFormat( adminLanguage(), {
		numeric: 'auto',
	} );

	if ( distance < MINUTE ) {
		return formatter.format( Math.trunc( seconds ), 'second' );
	}
	if ( distance < HOUR ) {
		return formatter.format( Math.trunc( seconds / MINUTE ), 'minute' );
	}
	if ( distance < 2 * DAY ) {
		return formatter.format( Math.trunc( seconds / HOUR ), 'hour' );
	}

	// Rounded, so that a new link for 30 days ends in 30 days, not in 29.
	return formatter.format( Math.round( seconds / DAY ), 'day' );
}
