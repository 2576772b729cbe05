import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../shop/lib/paths.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import { runInLanes } from '../lanes.ts';
import { ensureComposerTools } from '../needs.ts';
import { sumResults } from '../report/count.ts';
import { runTool } from '../tool.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';

/** Results of unchanged files. PHPStan has its own cache. ESLint has none, because its rules read types of other files. */
const RESULT_CACHE = '.cache';

interface StaticTool {
	readonly name: string;
	readonly command: readonly [ string, ...string[] ];
}

const TOOLS: readonly StaticTool[] = [
	{
		name: 'phpstan',
		command: [
			'php',
			'vendor/bin/phpstan',
			'analyse',
			'--memory-limit=2G',
			'--no-progress',
		],
	},
	{
		name: 'phpcs',
		command: [
			'php',
			'vendor/bin/phpcs',
			'-q',
			`--cache=${ RESULT_CACHE }/phpcs`,
		],
	},
	{
		name: 'tsc',
		command: [
			'npx',
			'tsc',
			'--noEmit',
			'--incremental',
			'--tsBuildInfoFile',
			`${ RESULT_CACHE }/tsc.tsbuildinfo`,
		],
	},
	{
		name: 'eslint',
		command: [ 'npx', 'eslint', 'src', 'tests' ],
	},
	{
		name: 'stylelint',
		command: [ 'npm', 'run', '--silent', 'lint:css' ],
	},
	{
		name: 'knip',
		command: [ 'npx', 'knip', '--no-progress' ],
	},
	{
		name: 'bundle size',
		command: [ 'npx', 'size-limit', '--silent' ],
	},
];

async function runCheck(
	check: StaticTool,
	context: SuiteContext
): Promise< SuiteResult > {
	const [ command, ...args ] = check.command;
	const started = Date.now();
	const outcome = await runTool( command, args, {
		log: join( context.artifacts, `${ check.name }.log` ),
		timeout: 900_000,
	} );
	const passed = outcome.code === 0 ? 1 : 0;
	const seconds = ( ( Date.now() - started ) / 1000 ).toFixed( 0 );
	return {
		passed,
		failed: 1 - passed,
		failures: passed === 1 ? [] : [ check.name ],
		notRun: [],
		notes: [
			`${ check.name } ${
				passed ? 'passed' : 'FAILED'
			} (${ seconds } s)`,
		],
	};
}

/** Runs two tools at a time, or one if another suite is using the second core. */
function runChecks( context: SuiteContext ): Promise< SuiteResult[] > {
	const { extra, lanes } = context;
	const tools = TOOLS.filter(
		( { name } ) => extra.length === 0 || extra.includes( name )
	);
	return runInLanes( tools, lanes === 1 ? 2 : 1, ( tool ) =>
		runCheck( tool, context )
	);
}

export const staticSuite: Suite = {
	name: 'static',
	description:
		'PHPStan, PHPCS, tsc, ESLint, Stylelint, knip and bundle sizes; each counts as one test',
	prepare: async () => {
		await ensureComposerTools();
		await buildPlugin();
		await mkdir( join( ROOT, RESULT_CACHE ), { recursive: true } );
	},
	run: async ( context ) => sumResults( await runChecks( context ) ),
};
