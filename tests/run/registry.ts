import { findWooCommerce } from '../shop/sources/woocommerce.ts';
import { e2eOnStandInSuite, e2eSuite } from './suites/e2e.ts';
import {
	integrationOnStandInSuite,
	integrationSuite,
} from './suites/integration.ts';
import { emulatorSuite, jestSuite, toolingSuite } from './suites/javascript.ts';
import { officialPluginSuite } from './suites/official-plugin.ts';
import { staticSuite } from './suites/static.ts';
import { standInSuite, unitSuite } from './suites/unit.ts';
import type { Suite } from './types.ts';

const DEFAULT_SUITES: readonly Suite[] = [
	staticSuite,
	unitSuite,
	jestSuite,
	emulatorSuite,
	toolingSuite,
	standInSuite,
	integrationSuite,
	e2eSuite,
];

/** Suites that run the tests of the real WooCommerce on the stand-in. */
const STAND_IN_SUITES: readonly Suite[] = [
	integrationOnStandInSuite,
	e2eOnStandInSuite,
];

export const SUITES: readonly Suite[] = [
	...DEFAULT_SUITES,
	...STAND_IN_SUITES,
	officialPluginSuite,
];

/** Fast checks for every change. */
export const CHECK: readonly string[] = [ 'static', 'unit', 'jest' ];

/** Returns the suites with these names, or all suites without names. Throws for an unknown name. */
export async function suitesByName(
	names: readonly string[]
): Promise< Suite[] > {
	if ( names.length === 0 ) {
		// Without a real WooCommerce, the default suites already run on the stand-in.
		const { kind } = await findWooCommerce();
		return [
			...DEFAULT_SUITES,
			...( kind === 'real' ? STAND_IN_SUITES : [] ),
		];
	}
	return names.map( ( name ) => {
		const suite = SUITES.find( ( candidate ) => candidate.name === name );
		if ( suite === undefined ) {
			const available = SUITES.map(
				( candidate ) => candidate.name
			).join( ', ' );
			throw new Error(
				`There is no suite "${ name }". Available suites: ${ available }`
			);
		}
		return suite;
	} );
}
