import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf } from '../report/count.ts';
import {
	jestCounts,
	nodeTestCounts,
	phpunitCounts,
	playwrightCounts,
} from '../report/parse.ts';

const ENDED_WELL = { code: 0, stdout: '', output: '' };
const ENDED_BADLY = { code: 1, stdout: '', output: '' };

test( 'PHPUnit: numbers of the outermost suite', () => {
	const xml = `<?xml version="1.0"?><testsuites>
		<testsuite name="all" tests="7" assertions="9" errors="1" failures="2" skipped="1" time="1">
		<testsuite name="inner" tests="3" errors="0" failures="0" skipped="0">
		<testcase name="test_good" class="A\\B\\Good"/><testcase name="test_bad" class="A\\B\\Bad"><failure type="x">no</failure></testcase>
		<testcase name="test_worse" class="Bad"><error type="x">no</error></testcase></testsuite></testsuite></testsuites>`;
	assert.deepEqual( phpunitCounts( xml ), {
		passed: 3,
		failed: 3,
		skipped: 1,
		failures: [ 'Bad::test_bad', 'Bad::test_worse' ],
	} );
} );

test( 'PHPUnit: a report without a suite is no pass', () => {
	assert.throws( () => phpunitCounts( '<testsuites/>' ), /no test/ );
} );

test( 'Jest: a file that cannot be loaded is a failure', () => {
	const json = JSON.stringify( {
		numPassedTests: 4,
		numFailedTests: 1,
		numPendingTests: 1,
		numTodoTests: 1,
		numRuntimeErrorTestSuites: 2,
		testResults: [
			{ name: 'a.test.ts', status: 'failed', assertionResults: [] },
			{
				name: 'b.test.ts',
				status: 'failed',
				assertionResults: [
					{ status: 'passed', fullName: 'b stands' },
					{ status: 'failed', fullName: 'b falls' },
				],
			},
		],
	} );
	assert.deepEqual( jestCounts( json ), {
		passed: 4,
		failed: 3,
		skipped: 2,
		failures: [ 'a.test.ts could not be loaded', 'b falls' ],
	} );
} );

for ( const mark of [ '#', 'ℹ' ] ) {
	test( `node:test: last lines that begin with ${ mark }`, () => {
		const output = [
			'pass 5',
			'fail 1',
			'cancelled 1',
			'skipped 2',
			'todo 1',
		]
			.map( ( line ) => `${ mark } ${ line }` )
			.concat( [ '✖ falls (2 ms)', 'not ok 4 - falls too' ] )
			.join( '\n' );
		assert.deepEqual( nodeTestCounts( output ), {
			passed: 5,
			failed: 2,
			skipped: 3,
			failures: [ 'falls (2 ms)', 'falls too' ],
		} );
	} );
}

test( 'Playwright: flaky is failed', () => {
	const json = JSON.stringify( {
		stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
		suites: [
			{
				specs: [ { title: 'pays', file: 'pay.spec.ts', ok: false } ],
				suites: [
					{
						specs: [
							{ title: 'copies', file: 'copy.spec.ts', ok: true },
							{ title: 'sends', file: 'send.spec.ts', ok: false },
						],
					},
				],
			},
		],
	} );
	assert.deepEqual( playwrightCounts( json ), {
		passed: 3,
		failed: 2,
		skipped: 2,
		failures: [ 'pay.spec.ts › pays', 'send.spec.ts › sends' ],
	} );
} );

test( 'skipped tests count as failed', () => {
	const result = resultOf(
		{ passed: 3, failed: 0, skipped: 2, failures: [] },
		ENDED_WELL
	);
	assert.equal( result.failed, 2 );
} );

test( 'a bad exit code without a failed test is a failure', () => {
	const result = resultOf(
		{ passed: 3, failed: 0, skipped: 0, failures: [] },
		ENDED_BADLY
	);
	assert.equal( result.failed, 1 );
} );

test( 'a run of nothing is an error', () => {
	assert.throws(
		() =>
			resultOf(
				{ passed: 0, failed: 0, skipped: 0, failures: [] },
				ENDED_WELL
			),
		/no test ran/
	);
} );
