import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { resultOf } from '../report/count.ts';
import { jestCounts, nodeTestCounts } from '../report/parse.ts';
import { tool } from '../tool.ts';
import type { Suite } from '../types.ts';

export const jestSuite: Suite = {
	name: 'jest',
	does: 'components and modules of src/',
	run: async ( { artifacts, extra } ) => {
		const report = join( artifacts, 'jest.json' );
		await rm( report, { force: true } );
		const outcome = await tool(
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
				`Jest ended with ${ outcome.code } before any test`
			);
		} );
		return resultOf( jestCounts( json ), outcome );
	},
};

export const toolingSuite: Suite = {
	name: 'tooling',
	does: 'what counts the tests, finds the parts of the shop and looks for keys',
	run: async ( { artifacts } ) => {
		const outcome = await tool(
			process.execPath,
			[
				'--import',
				'tsx',
				'--test',
				'tests/run/test/counts.test.ts',
				'tests/shop/test/sources.test.ts',
				'tests/e2e/test/left-behind.test.ts',
			],
			{ log: join( artifacts, 'tooling.log' ) }
		);
		return resultOf( nodeTestCounts( outcome.output ), outcome );
	},
};

export const emulatorSuite: Suite = {
	name: 'emulator',
	does: 'the MultiSafepay emulator against its own rules',
	run: async ( { artifacts } ) => {
		const outcome = await tool(
			'npm',
			[ 'run', '--silent', 'test:emulator' ],
			{
				log: join( artifacts, 'emulator.log' ),
			}
		);
		return resultOf( nodeTestCounts( outcome.output ), outcome );
	},
};
