import { join } from 'node:path';
import { exists } from '../../shop/lib/files.ts';
import { ROOT } from '../../shop/lib/paths.ts';
import type { Suite } from '../types.ts';
import { phpunit } from './phpunit.ts';

export const unitSuite: Suite = {
	name: 'unit',
	does: 'PHPUnit without WordPress',
	run: ( context ) =>
		phpunit(
			{
				name: 'unit',
				config: 'phpunit.xml.dist',
				args: [ '--testsuite', 'unit' ],
			},
			context
		),
};

export const standInSuite: Suite = {
	name: 'standin',
	does: "the stand-in's classes against WooCommerce's published stubs",
	run: async ( context ) => {
		if ( ! ( await exists( join( ROOT, 'tests/php/StandIn' ) ) ) ) {
			throw new Error( 'tests/php/StandIn is missing' );
		}
		return phpunit(
			{
				name: 'standin',
				config: 'phpunit.xml.dist',
				args: [ '--testsuite', 'stand-in' ],
			},
			context
		);
	},
};
