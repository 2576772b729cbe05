import { date as format } from '@wordpress/date';

/*
 * The time zone of a shop is a name or, in WordPress, also an offset such as `+02:00`.
 */

/** Converts a local time in the zone, such as `2026-12-24T10:00`, to a date; null if it is invalid. */
export function parseLocalTime( localTime: string, zone: string ): Date | null {
	const asUtc = new Date( `${ localTime }Z` );
	if (
		! /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test( localTime ) ||
		Number.isNaN( asUtc.getTime() )
	) {
		return null;
	}

	// The second pass corrects the offset if the clocks change in between.
	const approximate = new Date( localTime + offsetAt( asUtc, zone ) );
	return new Date( localTime + offsetAt( approximate, zone ) );
}

/** Converts a date to the local time in the zone: `2026-12-24T10:00`. */
export function formatLocalTime( date: Date, zone: string ): string {
	return format( 'Y-m-d\\TH:i', date, zone );
}

/** Returns the UTC offset of the zone at a time: `+02:00`. */
function offsetAt( date: Date, zone: string ): string {
	return format( 'P', date, zone );
}
