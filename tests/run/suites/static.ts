import { join } from 'node:path';
import { words } from '../../shop/lib/progress.ts';
import { needComposerTools } from '../needs.ts';
import { sum } from '../report/count.ts';
import { tool } from '../tool.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';

interface StaticTool {
	readonly name: string;
	readonly php: boolean;
	readonly command: readonly [ string, ...string[] ];
}

const TOOLS: readonly StaticTool[] = [
	{
		name: 'phpstan',
		php: true,
		command: [
			'php',
			'vendor/bin/phpstan',
			'analyse',
			'--memory-limit=2G',
			'--no-progress',
		],
	},
	{ name: 'phpcs', php: true, command: [ 'php', 'vendor/bin/phpcs', '-q' ] },
	{ name: 'tsc', php: false, command: [ 'npx', 'tsc', '--noEmit' ] },
	{
		name: 'eslint',
		php: false,
		command: [ 'npx', 'eslint', 'src', 'tests' ],
	},
	{
		name: 'stylelint',
		php: false,
		command: [ 'npm', 'run', '--silent', 'lint:css' ],
	},
];

async function one(
	check: StaticTool,
	context: SuiteContext
): Promise< SuiteResult > {
	const [ command, ...args ] = check.command;
	const started = Date.now();
	if ( check.php ) {
		await needComposerTools();
	}
	const outcome = await tool( command, args, {
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

/** Two at a time: more would only wait for each other on small machines. */
async function lanes( context: SuiteContext ): Promise< SuiteResult[] > {
	const waiting = TOOLS.filter(
		( { name } ) =>
			context.extra.length === 0 || context.extra.includes( name )
	);
	const results: SuiteResult[] = [];
	const lane = async (): Promise< void > => {
		for ( let next = waiting.shift(); next; next = waiting.shift() ) {
			const { name } = next;
			results.push(
				await one( next, context ).catch( ( error: unknown ) => ( {
					passed: 0,
					failed: 1,
					failures: [ name ],
					notRun: [],
					notes: [ `${ name } could not run: ${ words( error ) }` ],
				} ) )
			);
		}
	};
	await Promise.all( [ lane(), lane() ] );
	return results;
}

export const staticSuite: Suite = {
	name: 'static',
	does: 'PHPCS, PHPStan, ESLint, Stylelint, tsc; each counts as one',
	run: async ( context ) => sum( await lanes( context ) ),
};
