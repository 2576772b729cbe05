import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toSuiteResult } from '../report/count.ts';
import { jestCounts, nodeTestCounts } from '../report/parse.ts';
import { runTool } from '../tool.ts';
import type { Suite } from '../types.ts';

/** The npm packages are installed before this program starts. */
async function nothing(): Promise< void > {}

export const jestSuite: Suite = {
	name: 'jest',
	description: 'Jest tests of the components and modules in src/',
	prepare: nothing,
	run: async ( { artifacts, extra } ) => {
		const report = join( artifacts, 'jest.json' );
		await rm( report, { force: true } );
		const outcome = await runTool(
			'npm',
			[
				'run',
				'--silent',
				'test:js',
				'--',
				'--ci',
				'--json',
				`--outputFile=${ report }`,
				...extra,
			],
			{ log: join( artifacts, 'jest.log' ) }
		);
		const json = await readFile( report, 'utf8' ).catch( () => {
			throw new Error(
				`Jest stopped with exit code ${ outcome.code } before any test`
			);
		} );
		return toSuiteResult( jestCounts( json ), outcome );
	},
};

function nodeTestSuite( name: string, description: string ): Suite {
	return {
		name,
		description,
		prepare: nothing,
		run: async ( { artifacts } ) => {
			const outcome = await runTool(
				'npm',
				[ 'run', '--silent', `test:${ name }` ],
				{ log: join( artifacts, `${ name }.log` ) }
			);
			return toSuiteResult( nodeTestCounts( outcome.output ), outcome );
		},
	};
}

export const emulatorSuite = nodeTestSuite(
	'emulator',
	'tests of the MultiSafepay emulator'
);

export const toolingSuite = nodeTestSuite(
	'tooling',
	'tests of this runner, the shop builder, the package and the secret scan'
);
