import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LINK_STATUSES } from '../link-statuses';

const links = join( __dirname, '../../../../includes/Links' );
const messages = readFileSync( join( links, 'LinkMessages.php' ), 'utf8' );

it( 'has the statuses, labels and tones of PHP', () => {
	const statuses = matches(
		readFileSync( join( links, 'Domain/LinkStatus.php' ), 'utf8' ),
		/case (\w+)\s*= '(\w+)'/g
	);
	const labels = new Map(
		matches( messages, /LinkStatus::(\w+)\s*=> __\( '([^']+)'/g )
	);
	const tones = new Map(
		matches( messages, /((?:LinkStatus::\w+,?\s*)+)=> '(\w+)'/g ).flatMap(
			( [ names, tone ] ) =>
				[ ...names.matchAll( /::(\w+)/g ) ].map(
					( [ , name = '' ] ): [ string, string ] => [ name, tone ]
				)
		)
	);

	expect(
		Object.entries( LINK_STATUSES ).map( ( [ value, { label, tone } ] ) => [
			value,
			label(),
			tone,
		] )
	).toEqual(
		statuses.map( ( [ name, value ] ) => [
			value,
			labels.get( name ),
			tones.get( name ),
		] )
	);
} );

/** Returns the two groups of each match. */
function matches( text: string, pattern: RegExp ): [ string, string ][] {
	return [ ...text.matchAll( pattern ) ].map(
		( [ , first = '', second = '' ] ) => [ first, second ]
	);
}
