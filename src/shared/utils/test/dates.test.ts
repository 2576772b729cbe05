import { formatRelative } from '../dates';
import { formatInZone } from '../zone-dates';

const NOW = new Date( '2026-11-24T10:00:00Z' );

it.each( [
	[ '2026-12-24T10:00:00Z', 'in 30 days' ],
	[ '2026-12-24T09:59:58Z', 'in 30 days' ],
	[ '2026-11-25T10:00:00Z', 'in 24 hours' ],
	[ '2026-11-24T10:05:00Z', 'in 5 minutes' ],
	[ '2026-11-24T09:00:00Z', '1 hour ago' ],
	[ '2026-11-20T10:00:00Z', '4 days ago' ],
] )( 'formats the distance to %s as %s', ( iso, text ) => {
	expect( formatRelative( iso, NOW ) ).toBe( text );
} );

it( 'uses the language of the admin screen', () => {
	document.documentElement.lang = 'nl-NL';
	expect( formatRelative( '2026-12-24T10:00:00Z', NOW ) ).toBe(
		'over 30 dagen'
	);
	document.documentElement.lang = 'en-US';
} );

it( 'falls back for locales that Intl does not accept', () => {
	document.documentElement.lang = 'de_DE_formal';
	expect( formatRelative( '2026-12-24T10:00:00Z', NOW ) ).toMatch( /30/ );
	document.documentElement.lang = 'en-US';
} );

it.each( [
	[ 'Europe/Amsterdam', /24 Nov 2026|Nov 24, 2026/, /11:00:00/ ],
	[ 'America/New_York', /24 Nov 2026|Nov 24, 2026/, /0?5:00:00/ ],
	[ 'no such zone', /2026/, /:00:00/ ],
] )( 'formats a time in the zone %s', ( zone, day, time ) => {
	const text = formatInZone( '2026-11-24T10:00:00Z', zone );

	expect( text ).toMatch( day );
	expect( text ).toMatch( time );
} );
