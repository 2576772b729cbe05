import { z } from 'zod';
import type { Counts } from './count.ts';

function matchNumber( text: string, pattern: RegExp ): number {
	return Number( pattern.exec( text )?.[ 1 ] ?? 0 );
}

/** Reads the counts of the outermost suite in PHPUnit's JUnit report. */
export function phpunitCounts( xml: string ): Counts {
	const root = /<testsuite\s[^>]*>/.exec( xml )?.[ 0 ];
	if ( root === undefined ) {
		throw new Error( 'PHPUnit ran no test' );
	}
	const total = matchNumber( root, /\btests="(\d+)"/ );
	const skipped = matchNumber( root, /\bskipped="(\d+)"/ );
	const failed =
		matchNumber( root, /\bfailures="(\d+)"/ ) +
		matchNumber( root, /\berrors="(\d+)"/ );
	return {
		passed: total - failed - skipped,
		failed,
		skipped,
		failures: phpunitFailures( xml ),
	};
}

function phpunitFailures( xml: string ): string[] {
	return xml
		.split( '<testcase ' )
		.slice( 1 )
		.filter( ( test ) => /<(failure|error)\b/.test( test ) )
		.map( ( test ) => {
			const file = /\bclass="(?:[^"]*\\)?([^"\\]+)"/.exec( test )?.[ 1 ];
			return `${ file ?? '' }::${ /^name="([^"]*)"/.exec(
				test
			)?.[ 1 ] }`;
		} );
}

const jestSchema = z.object( {
	numPassedTests: z.int(),
	numFailedTests: z.int(),
	numPendingTests: z.int(),
	numTodoTests: z.int(),
	numRuntimeErrorTestSuites: z.int(),
	testResults: z.array(
		z.object( {
			name: z.string(),
			status: z.string(),
			assertionResults: z.array(
				z.object( { status: z.string(), fullName: z.string() } )
			),
		} )
	),
} );

/** Reads Jest's JSON report. */
export function jestCounts( json: string ): Counts {
	const report = jestSchema.parse( JSON.parse( json ) );
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
		skipped: report.numPendingTests + report.numTodoTests,
		failures: report.testResults.flatMap( jestFailures ),
	};
}

function jestFailures( {
	name,
	status,
	assertionResults,
}: z.infer< typeof jestSchema >[ 'testResults' ][ number ] ): string[] {
	if ( status === 'failed' && assertionResults.length === 0 ) {
		return [ `${ name } could not be loaded` ];
	}
	return assertionResults
		.filter( ( test ) => test.status === 'failed' )
		.map( ( { fullName } ) => fullName );
}

/** Reads the summary that node:test prints, in its TAP and its spec format. */
export function nodeTestCounts( output: string ): Counts {
	const count = ( name: string ): number =>
		matchNumber( output, new RegExp( `^(?:#|ℹ) ${ name } (\\d+)$`, 'm' ) );
	return {
		passed: count( 'pass' ),
		failed: count( 'fail' ) + count( 'cancelled' ),
		skipped: count( 'skipped' ) + count( 'todo' ),
		failures: [
			...output.matchAll( /^\s*(?:not ok \d+ - |✖ )(.+)$/gm ),
		].map( ( [ , name ] ) => name ?? '' ),
	};
}

const suiteSchema = z.object( {
	specs: z.array(
		z.object( { title: z.string(), file: z.string(), ok: z.boolean() } )
	),
	get suites() {
		return z.optional( z.array( suiteSchema ) );
	},
} );

const playwrightSchema = z.object( {
	suites: z.array( suiteSchema ),
	stats: z.object( {
		expected: z.int(),
		unexpected: z.int(),
		flaky: z.int(),
		skipped: z.int(),
	} ),
} );

/** Reads Playwright's JSON report. A flaky test counts as failed. */
export function playwrightCounts( json: string ): Counts {
	const { stats, suites } = playwrightSchema.parse( JSON.parse( json ) );
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped,
		failures: suites.flatMap( playwrightFailures ),
	};
}

function playwrightFailures( {
	specs,
	suites = [],
}: z.infer< typeof suiteSchema > ): string[] {
	return [
		...specs
			.filter( ( { ok } ) => ! ok )
			.map( ( { file, title } ) => `${ file } › ${ title }` ),
		...suites.flatMap( playwrightFailures ),
	];
}
