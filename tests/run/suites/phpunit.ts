import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from '../../shop/lib/files.ts';
import { ROOT } from '../../shop/lib/paths.ts';
import { toSuiteResult } from '../report/count.ts';
import { phpunitCounts } from '../report/parse.ts';
import { runTool } from '../tool.ts';
import type { SuiteContext, SuiteResult } from '../types.ts';

/** Group of tests that need features that the stand-in does not have. */
const NEEDS_REAL = 'needs-real-woocommerce';

export interface PhpUnitRun {
	/** Name of its log and report files. */
	readonly name: string;
	readonly config: string;
	readonly args: readonly string[];
	readonly env?: Readonly< Record< string, string > >;
	/** Whether to exclude, and list, the tests that need the real WooCommerce. */
	readonly onStandIn?: boolean;
}

export async function runPhpUnit(
	options: PhpUnitRun,
	context: SuiteContext
): Promise< SuiteResult > {
	const junit = join( context.artifacts, `${ options.name }.xml` );
	await rm( junit, { force: true } );
	const notRun = options.onStandIn
		? await testsNeedingReal( options, context )
		: [];
	const outcome = await runPhpUnitTool( options, context, [
		'--log-junit',
		junit,
		...( options.onStandIn ? [ '--exclude-group', NEEDS_REAL ] : [] ),
		...context.extra,
	] );
	if ( ! ( await exists( junit ) ) ) {
		throw new Error(
			`PHPUnit stopped with exit code ${ outcome.code } before any test`
		);
	}
	return toSuiteResult(
		phpunitCounts( await readFile( junit, 'utf8' ) ),
		outcome,
		notRun
	);
}

async function testsNeedingReal(
	options: PhpUnitRun,
	context: SuiteContext
): Promise< string[] > {
	// PHPUnit's `--group` options are a union, so the intersection is computed here.
	const realTests = await listTests( { ...options, args: [] }, context, [
		'--group',
		NEEDS_REAL,
	] );
	const selected = new Set( await listTests( options, context, [] ) );
	return realTests.filter( ( name ) => selected.has( name ) );
}

async function listTests(
	options: PhpUnitRun,
	context: SuiteContext,
	args: readonly string[]
): Promise< string[] > {
	const outcome = await runPhpUnitTool( options, context, [
		'--list-tests',
		...args,
	] );
	return [ ...outcome.stdout.matchAll( /^ - (.+)$/gm ) ].map(
		( [ , name ] ) => name ?? ''
	);
}

function runPhpUnitTool(
	options: PhpUnitRun,
	context: SuiteContext,
	args: readonly string[]
): ReturnType< typeof runTool > {
	return runTool(
		'php',
		[
			'-d',
			'memory_limit=1G',
			// Only for this process: it forks, and its children read PHP_INI_SCAN_DIR.
			'-d',
			'opcache.enable_cli=0',
			join( ROOT, 'vendor/bin/phpunit' ),
			'--configuration',
			options.config,
			'--colors=never',
			...options.args,
			...args,
		],
		{
			log: join( context.artifacts, `${ options.name }.log` ),
			...( options.env === undefined ? {} : { env: options.env } ),
		}
	);
}
