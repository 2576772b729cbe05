import { momentAt, wallTimeAt } from './zone';

it.each( [
	[ '2026-12-24T10:00', 'Europe/Amsterdam', '2026-12-24T09:00:00.000Z' ],
	[ '2026-07-01T10:00', 'Europe/Amsterdam', '2026-07-01T08:00:00.000Z' ],
	[ '2026-07-01T00:30', 'America/New_York', '2026-07-01T04:30:00.000Z' ],
	[ '2026-07-01T10:00', 'Asia/Kathmandu', '2026-07-01T04:15:00.000Z' ],
	[ '2026-07-01T10:00', 'UTC', '2026-07-01T10:00:00.000Z' ],
	[ '2026-07-01T10:00', '+02:00', '2026-07-01T08:00:00.000Z' ],
	[ '2026-07-01T10:00', '-03:30', '2026-07-01T13:30:00.000Z' ],
	// The last hour before and the first after the clocks go forward.
	[ '2026-03-29T01:59', 'Europe/Amsterdam', '2026-03-29T00:59:00.000Z' ],
	[ '2026-03-29T03:00', 'Europe/Amsterdam', '2026-03-29T01:00:00.000Z' ],
] )( '%s in %s is %s, and back', ( wallTime, zone, iso ) => {
	expect( momentAt( wallTime, zone )?.toISOString() ).toBe( iso );
	expect( wallTimeAt( new Date( iso ), zone ) ).toBe( wallTime );
} );

it.each( [ '', '2026-12-24', '24-12-2026 10:00', '2026-13-01T10:00' ] )(
	'reads no moment from %j',
	( text ) => {
		expect( momentAt( text, 'Europe/Amsterdam' ) ).toBeNull();
	}
);
