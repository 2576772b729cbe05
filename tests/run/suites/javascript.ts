import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toSuiteResult } from '../report/count.ts';
import { jestCounts, nodeTestCounts } from '../report/parse.ts';
import { runTool } from '../tool.ts';
import type { Suite } from '../types.ts';

export const jestSuite: Suite = {
	name: 'jest',
	description: 'Jest tests of the components and modules in src/',
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

export const toolingSuite: Suite = {
	name: 'tooling',
	description:
		'tests of the test counts, the sources of the shop and the secret scan',
	run: async ( { artifacts } ) => {
		const outcome = await runTool(
			process.execPath,
			[
				'--import',
				'tsx',
				'--test',
				'tests/package/test/package-files.test.ts',
				'tests/run/test/counts.test.ts',
				'tests/shop/test/sources.test.ts',
				'tests/e2e/test/secret-scan.test.ts',
			],
			{ log: join( artifacts, 'tooling.log' ) }
		);
		return toSuiteResult( nodeTestCounts( outcome.output ), outcome );
	},
};

export const emulatorSuite: Suite = {
	name: 'emulator',
	description: 'tests of the MultiSafepay emulator',
	run: async ( { artifacts } ) => {
		const outcome = await runTool(
			'npm',
			[ 'run', '--silent', 'test:emulator' ],
			{
				log: join( artifacts, 'emulator.log' ),
			}
		);
		return toSuiteResult( nodeTestCounts( outcome.output ), outcome );
	},
};
