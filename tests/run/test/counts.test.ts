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
		<testsuite name="inner" tests="3" errors="0" failures="0" skipped="0"></testsuite></testsuite></testsuites>`;
	assert.deepEqual( phpunitCounts( xml ), {
		passed: 3,
		failed: 3,
		skipped: 1,
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
	} );
	assert.deepEqual( jestCounts( json ), {
		passed: 4,
		failed: 3,
		skipped: 2,
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
			.join( '\n' );
		assert.deepEqual( nodeTestCounts( output ), {
			passed: 5,
			failed: 2,
			skipped: 3,
		} );
	} );
}

test( 'Playwright: flaky is failed', () => {
	const json = JSON.stringify( {
		stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
	} );
	assert.deepEqual( playwrightCounts( json ), {
		passed: 3,
		failed: 2,
		skipped: 2,
	} );
} );

test( 'skipped tests count as failed', () => {
	const result = resultOf( { passed: 3, failed: 0, skipped: 2 }, ENDED_WELL );
	assert.equal( result.failed, 2 );
} );

test( 'a bad exit code without a failed test is a failure', () => {
	const result = resultOf(
		{ passed: 3, failed: 0, skipped: 0 },
		ENDED_BADLY
	);
	assert.equal( result.failed, 1 );
} );

test( 'a run of nothing is an error', () => {
	assert.throws(
		() => resultOf( { passed: 0, failed: 0, skipped: 0 }, ENDED_WELL ),
		/no test ran/
	);
} );
