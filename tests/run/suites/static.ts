import { join } from 'node:path';
import { errorMessage } from '../../shop/lib/progress.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import { ensureComposerTools } from '../needs.ts';
import { sumResults } from '../report/count.ts';
import { runTool } from '../tool.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';

interface StaticTool {
	readonly name: string;
	readonly needsPhp: boolean;
	readonly needsBuild?: boolean;
	readonly command: readonly [ string, ...string[] ];
}

const TOOLS: readonly StaticTool[] = [
	{
		name: 'phpstan',
		needsPhp: true,
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
		needsPhp: true,
		command: [ 'php', 'vendor/bin/phpcs', '-q' ],
	},
	{ name: 'tsc', needsPhp: false, command: [ 'npx', 'tsc', '--noEmit' ] },
	{
		name: 'eslint',
		needsPhp: false,
		command: [ 'npx', 'eslint', 'src', 'tests' ],
	},
	{
		name: 'stylelint',
		needsPhp: false,
		command: [ 'npm', 'run', '--silent', 'lint:css' ],
	},
	{
		name: 'knip',
		needsPhp: false,
		command: [ 'npx', 'knip', '--no-progress' ],
	},
	{
		name: 'bundle size',
		needsPhp: false,
		needsBuild: true,
		command: [ 'npx', 'size-limit', '--silent' ],
	},
];

async function runCheck(
	check: StaticTool,
	context: SuiteContext
): Promise< SuiteResult > {
	const [ command, ...args ] = check.command;
	const started = Date.now();
	if ( check.needsPhp ) {
		await ensureComposerTools();
	}
	if ( check.needsBuild === true ) {
		await buildPlugin();
	}
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

/** Runs two tools at a time. More in parallel are not faster on small machines. */
async function runChecks( context: SuiteContext ): Promise< SuiteResult[] > {
	const queue = TOOLS.filter(
		( { name } ) =>
			context.extra.length === 0 || context.extra.includes( name )
	);
	const results: SuiteResult[] = [];
	const worker = async (): Promise< void > => {
		for ( let next = queue.shift(); next; next = queue.shift() ) {
			const { name } = next;
			results.push(
				await runCheck( next, context ).catch( ( error: unknown ) => ( {
					passed: 0,
					failed: 1,
					failures: [ name ],
					notRun: [],
					notes: [
						`${ name } could not run: ${ errorMessage( error ) }`,
					],
				} ) )
			);
		}
	};
	await Promise.all( [ worker(), worker() ] );
	return results;
}

export const staticSuite: Suite = {
	name: 'static',
	description:
		'PHPCS, PHPStan, ESLint, Stylelint and tsc; each counts as one test',
	run: async ( context ) => sumResults( await runChecks( context ) ),
};
