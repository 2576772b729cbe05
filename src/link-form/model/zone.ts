const MINUTE = 60_000;

/*
 * A shop's time zone is the name of a place or, as WordPress also has it, a fixed distance from UTC such as `+02:00`,
 * which Intl does not take in every browser.
 */

/** Reads what a clock in the zone shows, e.g. `2026-12-24T10:00`; null when that is no time. */
export function momentAt( wallTime: string, zone: string ): Date | null {
	const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test( wallTime )
		? Date.parse( `${ wallTime }Z` )
		: NaN;
	if ( Number.isNaN( asUtc ) ) {
		return null;
	}

	// Twice, since the clock may have been changed between the two moments.
	const near = asUtc - offsetAt( asUtc, zone );
	return new Date( asUtc - offsetAt( near, zone ) );
}

/** Writes what a clock in the zone shows at a moment, e.g. `2026-12-24T10:00`. */
export function wallTimeAt( moment: Date, zone: string ): string {
	return new Date( moment.getTime() + offsetAt( moment.getTime(), zone ) )
		.toISOString()
		.slice( 0, 16 );
}

/** Returns how far the zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt( moment: number, zone: string ): number {
	const fixed = /^([+-])(\d\d):(\d\d)$/.exec( zone );
	if ( fixed !== null ) {
		const [ , sign, hours, minutes ] = fixed;
		const distance = ( Number( hours ) * 60 + Number( minutes ) ) * MINUTE;
		return sign === '-' ? -distance : distance;
	}

	const shown = new Map(
		new Intl.DateTimeFormat( 'en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
		} )
			.formatToParts( moment )
			.map( ( { type, value } ) => [ type, Number( value ) ] )
	);
	const part = ( type: Intl.DateTimeFormatPartTypes ): number =>
		shown.get( type ) ?? 0;
	const wall = Date.UTC(
		part( 'year' ),
		part( 'month' ) - 1,
		part( 'day' ),
		part( 'hour' ),
		part( 'minute' )
	);

	return wall - Math.floor( moment / MINUTE ) * MINUTE;
}
