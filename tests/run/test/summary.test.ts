import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toSuiteResult } from '../report/count.ts';
import { summarize } from '../report/summary.ts';
import type { SuiteReport } from '../types.ts';

function report(
	name: string,
	passed: number,
	failed = 0,
	differences: Partial< SuiteReport[ 'result' ] > = {}
): SuiteReport {
	const result = { passed, failed, failures: [], notRun: [], notes: [] };
	return { name, seconds: 2, result: { ...result, ...differences } };
}

test( 'the totals of all suites are the last lines, after the failed tests with their suites', () => {
	const { lines, exitCode } = summarize(
		[
			report( 'unit', 5 ),
			report( 'e2e:hpos', 3, 1, {
				failures: [ 'pay.spec.ts › pays' ],
				notRun: [ 'sends an email' ],
			} ),
		],
		61.25
	);
	assert.deepEqual( lines, [
		'',
		'NOT RUN (NEEDS THE REAL WOOCOMMERCE): e2e:hpos: sends an email',
		'FAILED: e2e:hpos: pay.spec.ts › pays',
		'unit: 5 passed, 0 failed (2.0 s)',
		'e2e:hpos: 3 passed, 1 failed (2.0 s)',
		'8 passed, 1 failed (61.3 s)',
	] );
	assert.equal( exitCode, 1 );
} );

test( 'a run passes when all tests passed', () => {
	const reports = [ report( 'unit', 5 ), report( 'jest', 2 ) ];
	assert.equal( summarize( reports, 4 ).exitCode, 0 );
} );

test( 'a run without a test fails', () => {
	assert.equal( summarize( [], 0 ).exitCode, 1 );
} );

test( 'a skipped test fails the run', () => {
	const result = toSuiteResult(
		{ passed: 5, failed: 0, skipped: 1, failures: [] },
		{ code: 0, stdout: '', output: '' }
	);
	const { lines, exitCode } = summarize(
		[ { name: 'jest', seconds: 1, result } ],
		1
	);
	assert.equal( exitCode, 1 );
	assert.equal( lines.at( -1 ), '5 passed, 1 failed (1.0 s)' );
} );
