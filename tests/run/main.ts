import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../shop/lib/paths.ts';
import { errorMessage } from '../shop/lib/progress.ts';
import { CHECK, SUITES, suitesByName } from './registry.ts';
import type { Suite, SuiteResult } from './types.ts';

interface SuiteLine {
	readonly suiteName: string;
	readonly result: SuiteResult;
}

function print( text: string ): void {
	process.stdout.write( `${ text }\n` );
}

async function runOne(
	suite: Suite,
	extra: readonly string[]
): Promise< SuiteLine > {
	const artifacts = join( ROOT, 'artifacts/test' );
	await mkdir( artifacts, { recursive: true } );
	print( `== ${ suite.name }: ${ suite.description }` );
	const started = Date.now();
	const result = await suite
		.run( { extra, artifacts } )
		.catch( ( error: unknown ): SuiteResult => {
			const notes = [ `could not run: ${ errorMessage( error ) }` ];
			return { passed: 0, failed: 1, failures: notes, notRun: [], notes };
		} );
	const seconds = ( ( Date.now() - started ) / 1000 ).toFixed( 1 );
	result.notes.forEach( ( note ) => print( `   ${ note }` ) );
	print(
		`   ${ suite.name }: ${ result.passed } passed, ${ result.failed } failed (${ seconds } s)`
	);
	return { suiteName: suite.name, result };
}

/** Runs the suites one after the other. In parallel they slow each other down and exceed their time limits. */
async function runAll(
	suites: readonly Suite[],
	extra: readonly string[]
): Promise< SuiteLine[] > {
	const lines: SuiteLine[] = [];
	for ( const suite of suites ) {
		lines.push( await runOne( suite, extra ) );
	}
	return lines;
}

/** Prints the totals and the failures last, where they are easy to find in a log, and returns the exit code. */
function summarize( lines: readonly SuiteLine[] ): number {
	print( '' );
	for ( const { suiteName, result } of lines ) {
		for ( const name of result.notRun ) {
			print(
				`NOT RUN (NEEDS THE REAL WOOCOMMERCE): ${ suiteName }: ${ name }`
			);
		}
	}
	for ( const { suiteName, result } of lines ) {
		print(
			`${ suiteName }: ${ result.passed } passed, ${ result.failed } failed`
		);
		for ( const name of result.failures ) {
			print( `   FAILED: ${ name }` );
		}
	}
	const total = ( key: 'passed' | 'failed' ): number =>
		lines.reduce( ( count, { result } ) => count + result[ key ], 0 );
	print( `${ total( 'passed' ) } passed, ${ total( 'failed' ) } failed` );
	return total( 'failed' ) === 0 && total( 'passed' ) > 0 ? 0 : 1;
}

async function main(): Promise< number > {
	const args = process.argv.slice( 2 );
	const separator = args.indexOf( '--' );
	const suiteNames = separator < 0 ? args : args.slice( 0, separator );
	const extra = separator < 0 ? [] : args.slice( separator + 1 );
	if ( suiteNames.some( ( name ) => name === '--help' || name === '-h' ) ) {
		print( 'Usage: bin/test [suite …] [-- arguments for the tool]\n' );
		SUITES.forEach( ( suite ) =>
			print( `  ${ suite.name.padEnd( 21 ) }${ suite.description }` )
		);
		return 0;
	}
	const isCheck = suiteNames.length === 1 && suiteNames[ 0 ] === 'check';
	const suites = await suitesByName( isCheck ? CHECK : suiteNames );
	return summarize( await runAll( suites, extra ) );
}

main().then(
	( code ) => process.exit( code ),
	( error: unknown ) => {
		process.stderr.write( `${ errorMessage( error ) }\n` );
		print( '0 passed, 1 failed' );
		process.exit( 1 );
	}
);
