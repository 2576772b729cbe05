import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../shop/lib/paths.ts';
import { words } from '../shop/lib/progress.ts';
import { CHECK, SUITES, suitesNamed } from './registry.ts';
import type { Suite, SuiteResult } from './types.ts';

interface Line {
	readonly suite: string;
	readonly result: SuiteResult;
}

function print( text: string ): void {
	process.stdout.write( `${ text }\n` );
}

async function runOne(
	suite: Suite,
	extra: readonly string[]
): Promise< Line > {
	const artifacts = join( ROOT, 'artifacts/test' );
	await mkdir( artifacts, { recursive: true } );
	print( `== ${ suite.name }: ${ suite.does }` );
	const started = Date.now();
	const result = await suite
		.run( { extra, artifacts } )
		.catch( ( error: unknown ): SuiteResult => {
			const notes = [ `could not run: ${ words( error ) }` ];
			return { passed: 0, failed: 1, failures: notes, notRun: [], notes };
		} );
	const seconds = ( ( Date.now() - started ) / 1000 ).toFixed( 1 );
	result.notes.forEach( ( note ) => print( `   ${ note }` ) );
	print(
		`   ${ suite.name }: ${ result.passed } passed, ${ result.failed } failed (${ seconds } s)`
	);
	return { suite: suite.name, result };
}

/** One after the other: side by side they slow each other into their time limits. */
async function runAll(
	suites: readonly Suite[],
	extra: readonly string[]
): Promise< Line[] > {
	const lines: Line[] = [];
	for ( const suite of suites ) {
		lines.push( await runOne( suite, extra ) );
	}
	return lines;
}

/** Numbers and failures last: a log is read from its end. */
function summarize( lines: readonly Line[] ): number {
	print( '' );
	for ( const { suite, result } of lines ) {
		for ( const name of result.notRun ) {
			print(
				`NOT RUN (NEEDS THE REAL WOOCOMMERCE): ${ suite }: ${ name }`
			);
		}
	}
	for ( const { suite, result } of lines ) {
		print(
			`${ suite }: ${ result.passed } passed, ${ result.failed } failed`
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
	const end = args.indexOf( '--' );
	const names = end < 0 ? args : args.slice( 0, end );
	const extra = end < 0 ? [] : args.slice( end + 1 );
	if ( names.some( ( name ) => name === '--help' || name === '-h' ) ) {
		print( 'Usage: bin/test [suite …] [-- arguments for the tool]\n' );
		SUITES.forEach( ( suite ) =>
			print( `  ${ suite.name.padEnd( 21 ) }${ suite.does }` )
		);
		return 0;
	}
	const check = names.length === 1 && names[ 0 ] === 'check';
	const suites = await suitesNamed( check ? CHECK : names );
	return summarize( await runAll( suites, extra ) );
}

main().then(
	( code ) => process.exit( code ),
	( error: unknown ) => {
		process.stderr.write( `${ words( error ) }\n` );
		print( '0 passed, 1 failed' );
		process.exit( 1 );
	}
);
