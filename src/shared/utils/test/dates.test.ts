import { formatInZone, formatRelative } from './dates';

const NOW = new Date( '2026-11-24T10:00:00Z' );

it.each( [
	[ '2026-12-24T10:00:00Z', 'in 30 days' ],
	[ '2026-12-24T09:59:58Z', 'in 30 days' ],
	[ '2026-11-25T10:00:00Z', 'in 24 hours' ],
	[ '2026-11-24T10:05:00Z', 'in 5 minutes' ],
	[ '2026-11-24T09:00:00Z', '1 hour ago' ],
	[ '2026-11-20T10:00:00Z', '4 days ago' ],
] )( 'says how far %s is: %s', ( iso, words ) => {
	expect( formatRelative( iso, NOW ) ).toBe( words );
} );

it( 'speaks the language of the admin screen', () => {
	document.documentElement.lang = 'nl-NL';
	expect( formatRelative( '2026-12-24T10:00:00Z', NOW ) ).toBe(
		'over 30 dagen'
	);
	document.documentElement.lang = 'en-US';
} );

it( 'falls back where WordPress has a locale that Intl refuses', () => {
	document.documentElement.lang = 'de_DE_formal';
	expect( formatRelative( '2026-12-24T10:00:00Z', NOW ) ).toMatch( /30/ );
	document.documentElement.lang = 'en-US';
} );

it.each( [
	[ 'Europe/Amsterdam', /24 Nov 2026|Nov 24, 2026/, /11:00:00/ ],
	[ 'America/New_York', /24 Nov 2026|Nov 24, 2026/, /0?5:00:00/ ],
	[ 'no such zone', /2026/, /:00:00/ ],
] )( 'writes a moment in the zone %s', ( zone, day, time ) => {
	const text = formatInZone( '2026-11-24T10:00:00Z', zone );

	expect( text ).toMatch( day );
	expect( text ).toMatch( time );
} );
