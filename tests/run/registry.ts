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

const EVERYWHERE: readonly Suite[] = [
	staticSuite,
	unitSuite,
	jestSuite,
	emulatorSuite,
	toolingSuite,
	standInSuite,
	integrationSuite,
	e2eSuite,
];

/** Suites that hold the stand-in against the same tests as the real WooCommerce. */
const ON_STAND_IN: readonly Suite[] = [
	integrationOnStandInSuite,
	e2eOnStandInSuite,
];

export const SUITES: readonly Suite[] = [
	...EVERYWHERE,
	...ON_STAND_IN,
	officialPluginSuite,
];

/** Fast gates, for every change. */
export const CHECK: readonly string[] = [ 'static', 'unit', 'jest' ];

/**
 * The suites with these names; all of them without a name. Throws words about a name that there is not.
 *
 * @param names As typed.
 */
export async function suitesNamed(
	names: readonly string[]
): Promise< Suite[] > {
	if ( names.length === 0 ) {
		// Without a real WooCommerce the usual suites run on the stand-in already.
		const { kind } = await findWooCommerce();
		return [ ...EVERYWHERE, ...( kind === 'real' ? ON_STAND_IN : [] ) ];
	}
	return names.map( ( name ) => {
		const suite = SUITES.find( ( candidate ) => candidate.name === name );
		if ( suite === undefined ) {
			const known = SUITES.map( ( candidate ) => candidate.name ).join(
				', '
			);
			throw new Error(
				`There is no suite "${ name }". There are: ${ known }`
			);
		}
		return suite;
	} );
}
