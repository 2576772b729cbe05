import { parseLocalTime, formatLocalTime } from '../zone';

it.each( [
	[ '2026-12-24T10:00', 'Europe/Amsterdam', '2026-12-24T09:00:00.000Z' ],
	[ '2026-07-01T10:00', 'Europe/Amsterdam', '2026-07-01T08:00:00.000Z' ],
	[ '2026-07-01T00:30', 'America/New_York', '2026-07-01T04:30:00.000Z' ],
	[ '2026-07-01T10:00', 'Asia/Kathmandu', '2026-07-01T04:15:00.000Z' ],
	[ '2026-07-01T10:00', 'UTC', '2026-07-01T10:00:00.000Z' ],
	[ '2026-07-01T10:00', '+02:00', '2026-07-01T08:00:00.000Z' ],
	[ '2026-07-01T10:00', '-03:30', '2026-07-01T13:30:00.000Z' ],
	// Before and after daylight saving time starts.
	[ '2026-03-29T01:59', 'Europe/Amsterdam', '2026-03-29T00:59:00.000Z' ],
	[ '2026-03-29T03:00', 'Europe/Amsterdam', '2026-03-29T01:00:00.000Z' ],
] )( 'converts %s in %s to %s and back', ( localTime, zone, iso ) => {
	expect( parseLocalTime( localTime, zone )?.toISOString() ).toBe( iso );
	expect( formatLocalTime( new Date( iso ), zone ) ).toBe( localTime );
} );

it.each( [ '', '2026-12-24', '24-12-2026 10:00', '2026-13-01T10:00' ] )(
	'rejects %j',
	( text ) => {
		expect( parseLocalTime( text, 'Europe/Amsterdam' ) ).toBeNull();
	}
);
