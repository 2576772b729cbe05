import { e2eSuites, smokeSuite } from './suites/e2e.ts';
import { integrationSuites, simulationSuite } from './suites/integration.ts';
import { emulatorSuite, jestSuite, toolingSuite } from './suites/javascript.ts';
import { officialPluginSuite } from './suites/official-plugin.ts';
import { staticSuite } from './suites/static.ts';
import { standInSuite, unitSuite } from './suites/unit.ts';
import type { Suite } from './types.ts';

const [ e2eHpos, e2eLegacy ] = e2eSuites;
const [ integrationHpos, integrationLegacy ] = integrationSuites;

/** The longest suites come first, so that all lanes end at about the same time. */
const DEFAULT_SUITES: readonly Suite[] = [
	e2eHpos,
	integrationHpos,
	e2eLegacy,
	staticSuite,
	jestSuite,
	integrationLegacy,
	toolingSuite,
	emulatorSuite,
	unitSuite,
	standInSuite,
];

export const SUITES: readonly Suite[] = [
	...DEFAULT_SUITES,
	smokeSuite,
	simulationSuite,
	officialPluginSuite,
];

interface Group {
	readonly name: string;
	readonly description: string;
	readonly suites: readonly Suite[];
}

export const GROUPS: readonly Group[] = [
	{
		name: 'all',
		description:
			'all suites except smoke, simulation and official-plugin; the default',
		suites: DEFAULT_SUITES,
	},
	{
		name: 'check',
		description: 'fast suites for every commit (bin/check)',
		suites: [ staticSuite, unitSuite, jestSuite ],
	},
	{
		name: 'integration',
		description: 'both storages',
		suites: integrationSuites,
	},
	{ name: 'e2e', description: 'both storages', suites: e2eSuites },
];

/** Returns the suites of these names and groups. Without names it returns the default suites. */
export function suitesByName( names: readonly string[] ): Suite[] {
	const selected = ( names.length === 0 ? [ 'all' ] : names ).flatMap(
		suitesOf
	);
	return [ ...new Set( selected ) ];
}

function suitesOf( name: string ): readonly Suite[] {
	const group = GROUPS.find( ( candidate ) => candidate.name === name );
	const suites =
		group?.suites ?? SUITES.filter( ( suite ) => suite.name === name );
	if ( suites.length === 0 ) {
		const available = [ ...GROUPS, ...SUITES ].map(
			( candidate ) => candidate.name
		);
		throw new Error(
			`There is no suite "${ name }". Available: ${ available.join(
				', '
			) }`
		);
	}
	return suites;
}
