import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from '../../shop/lib/files.ts';
import { ROOT } from '../../shop/lib/paths.ts';
import { needComposerTools } from '../needs.ts';
import { resultOf } from '../report/count.ts';
import { phpunitCounts } from '../report/parse.ts';
import { tool } from '../tool.ts';
import type { SuiteContext, SuiteResult } from '../types.ts';

/** Group of tests that need more than the stand-in has. */
const NEEDS_REAL = 'needs-real-woocommerce';

export interface PhpUnitRun {
	/** Names log and report. */
	readonly name: string;
	readonly config: string;
	readonly args: readonly string[];
	readonly env?: Readonly< Record< string, string > >;
	/** Leave out, and name, what needs the real WooCommerce. */
	readonly onStandIn?: boolean;
}

/** Runs PHPUnit and counts. */
export async function phpunit(
	options: PhpUnitRun,
	context: SuiteContext
): Promise< SuiteResult > {
	await needComposerTools();
	const junit = join( context.artifacts, `${ options.name }.xml` );
	await rm( junit, { force: true } );
	const notRun = options.onStandIn
		? await needingMore( options, context )
		: [];
	const outcome = await phpunitTool( options, context, [
		'--log-junit',
		junit,
		...( options.onStandIn ? [ '--exclude-group', NEEDS_REAL ] : [] ),
		...context.extra,
	] );
	if ( ! ( await exists( junit ) ) ) {
		throw new Error(
			`PHPUnit ended with ${ outcome.code } before any test`
		);
	}
	return resultOf(
		phpunitCounts( await readFile( junit, 'utf8' ) ),
		outcome,
		notRun
	);
}

async function needingMore(
	options: PhpUnitRun,
	context: SuiteContext
): Promise< string[] > {
	// Groups add up on PHPUnit's command line, so what is in both is found here.
	const needing = await listed( { ...options, args: [] }, context, [
		'--group',
		NEEDS_REAL,
	] );
	const chosen = new Set( await listed( options, context, [] ) );
	return needing.filter( ( name ) => chosen.has( name ) );
}

async function listed(
	options: PhpUnitRun,
	context: SuiteContext,
	args: readonly string[]
): Promise< string[] > {
	const outcome = await phpunitTool( options, context, [
		'--list-tests',
		...args,
	] );
	return [ ...outcome.stdout.matchAll( /^ - (.+)$/gm ) ].map(
		( [ , name ] ) => name ?? ''
	);
}

function phpunitTool(
	options: PhpUnitRun,
	context: SuiteContext,
	args: readonly string[]
): ReturnType< typeof tool > {
	return tool(
		'php',
		[
			'-d',
			'memory_limit=1G',
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
