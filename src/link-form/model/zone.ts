const MINUTE = 60_000;

/*
 * The time zone of a shop is a name or, in WordPress, also an offset such as `+02:00`, which not all browsers support
 * in Intl.
 */

/** Converts a local time in the zone, such as `2026-12-24T10:00`, to a date; null if it is invalid. */
export function parseLocalTime( localTime: string, zone: string ): Date | null {
	const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test( localTime )
		? Date.parse( `${ localTime }Z` )
		: NaN;
	if ( Number.isNaN( asUtc ) ) {
		return null;
	}

	// The second pass corrects the offset if the clocks change in between.
	const approximate = asUtc - offsetAt( asUtc, zone );
	return new Date( asUtc - offsetAt( approximate, zone ) );
}

/** Converts a date to the local time in the zone: `2026-12-24T10:00`. */
export function formatLocalTime( date: Date, zone: string ): string {
	return new Date( date.getTime() + offsetAt( date.getTime(), zone ) )
		.toISOString()
		.slice( 0, 16 );
}

/** Returns the UTC offset of the zone at a time, in milliseconds. */
function offsetAt( timestamp: number, zone: string ): number {
	const fixed = /^([+-])(\d\d):(\d\d)$/.exec( zone );
	if ( fixed !== null ) {
		const [ , sign, hours, minutes ] = fixed;
		const distance = ( Number( hours ) * 60 + Number( minutes ) ) * MINUTE;
		return sign === '-' ? -distance : distance;
	}

	const parts = new Map(
		new Intl.DateTimeFormat( 'en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
		} )
			.formatToParts( timestamp )
			.map( ( { type, value } ) => [ type, Number( value ) ] )
	);
	const part = ( type: Intl.DateTimeFormatPartTypes ): number =>
		parts.get( type ) ?? 0;
	const local = Date.UTC(
		part( 'year' ),
		part( 'month' ) - 1,
		part( 'day' ),
		part( 'hour' ),
		part( 'minute' )
	);

	return local - Math.floor( timestamp / MINUTE ) * MINUTE;
}
