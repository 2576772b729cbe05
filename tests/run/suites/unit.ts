import { join } from 'node:path';
import { exists } from '../../shop/lib/files.ts';
import { ROOT } from '../../shop/lib/paths.ts';
import { ensureComposerTools } from '../needs.ts';
import type { Suite } from '../types.ts';
import { runPhpUnit } from './phpunit.ts';

export const unitSuite: Suite = {
	name: 'unit',
	description: 'PHPUnit without WordPress',
	prepare: ensureComposerTools,
	run: ( context ) =>
		runPhpUnit(
			{
				name: 'unit',
				config: 'phpunit.xml.dist',
				args: [ '--testsuite', 'unit' ],
			},
			context
		),
};

export const standInSuite: Suite = {
	name: 'stand-in',
	description:
		"PHPUnit compares the stand-in's classes with WooCommerce's published stubs",
	prepare: ensureComposerTools,
	run: async ( context ) => {
		if ( ! ( await exists( join( ROOT, 'tests/php/StandIn' ) ) ) ) {
			throw new Error( 'tests/php/StandIn is missing' );
		}
		return runPhpUnit(
			{
				name: 'stand-in',
				config: 'phpunit.xml.dist',
				args: [ '--testsuite', 'stand-in' ],
			},
			context
		);
	},
};
