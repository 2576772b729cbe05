import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toSuiteResult } from '../report/count.ts';
import {
	jestCounts,
	nodeTestCounts,
	phpunitCounts,
	playwrightCounts,
} from '../report/parse.ts';

const SUCCESS = { code: 0, stdout: '', output: '' };
const FAILURE = { code: 1, stdout: '', output: '' };

test( 'PHPUnit: the counts come from the outermost suite', () => {
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

test( 'PHPUnit: a report without a suite is an error', () => {
	assert.throws( () => phpunitCounts( '<testsuites/>' ), /no test/ );
} );

test( 'Jest: a file that cannot be loaded counts as failed', () => {
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
					{ status: 'passed', fullName: 'b passes' },
					{ status: 'failed', fullName: 'b fails' },
				],
			},
		],
	} );
	assert.deepEqual( jestCounts( json ), {
		passed: 4,
		failed: 3,
		skipped: 2,
		failures: [ 'a.test.ts could not be loaded', 'b fails' ],
	} );
} );

for ( const mark of [ '#', 'ℹ' ] ) {
	test( `node:test: the counts come from the lines that begin with ${ mark }`, () => {
		const output = [
			'pass 5',
			'fail 1',
			'cancelled 1',
			'skipped 2',
			'todo 1',
		]
			.map( ( line ) => `${ mark } ${ line }` )
			.concat( [ '✖ fails (2 ms)', 'not ok 4 - fails too' ] )
			.join( '\n' );
		assert.deepEqual( nodeTestCounts( output ), {
			passed: 5,
			failed: 2,
			skipped: 3,
			failures: [ 'fails (2 ms)', 'fails too' ],
		} );
	} );
}

test( 'Playwright: a flaky test counts as failed', () => {
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
	const result = toSuiteResult(
		{ passed: 3, failed: 0, skipped: 2, failures: [] },
		SUCCESS
	);
	assert.equal( result.failed, 2 );
} );

test( 'an exit code other than 0 without a failed test counts as failed', () => {
	const result = toSuiteResult(
		{ passed: 3, failed: 0, skipped: 0, failures: [] },
		FAILURE
	);
	assert.equal( result.failed, 1 );
} );

test( 'a run without tests is an error', () => {
	assert.throws(
		() =>
			toSuiteResult(
				{ passed: 0, failed: 0, skipped: 0, failures: [] },
				SUCCESS
			),
		/no test ran/
	);
} );
