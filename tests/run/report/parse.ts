import { z } from 'zod';
import type { Counts } from './count.ts';

function numberIn( text: string, pattern: RegExp ): number {
	return Number( pattern.exec( text )?.[ 1 ] ?? 0 );
}

/** PHPUnit's JUnit report: the numbers of its outermost suite. */
export function phpunitCounts( xml: string ): Counts {
	const root = /<testsuite\s[^>]*>/.exec( xml )?.[ 0 ];
	if ( root === undefined ) {
		throw new Error( 'PHPUnit ran no test' );
	}
	const all = numberIn( root, /\btests="(\d+)"/ );
	const skipped = numberIn( root, /\bskipped="(\d+)"/ );
	const failed =
		numberIn( root, /\bfailures="(\d+)"/ ) +
		numberIn( root, /\berrors="(\d+)"/ );
	return { passed: all - failed - skipped, failed, skipped };
}

const jestSchema = z.object( {
	numPassedTests: z.int(),
	numFailedTests: z.int(),
	numPendingTests: z.int(),
	numTodoTests: z.int(),
	numRuntimeErrorTestSuites: z.int(),
} );

/** Jest's JSON report. */
export function jestCounts( json: string ): Counts {
	const report = jestSchema.parse( JSON.parse( json ) );
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
		skipped: report.numPendingTests + report.numTodoTests,
	};
}

/** The last lines of node:test, in its plain and in its terminal form. */
export function nodeTestCounts( output: string ): Counts {
	const count = ( name: string ): number =>
		numberIn( output, new RegExp( `^(?:#|ℹ) ${ name } (\\d+)$`, 'm' ) );
	return {
		passed: count( 'pass' ),
		failed: count( 'fail' ) + count( 'cancelled' ),
		skipped: count( 'skipped' ) + count( 'todo' ),
	};
}

const playwrightSchema = z.object( {
	stats: z.object( {
		expected: z.int(),
		unexpected: z.int(),
		flaky: z.int(),
		skipped: z.int(),
	} ),
} );

/** Playwright's JSON report; a test that passes only now and then has failed. */
export function playwrightCounts( json: string ): Counts {
	const { stats } = playwrightSchema.parse( JSON.parse( json ) );
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped,
	};
}
