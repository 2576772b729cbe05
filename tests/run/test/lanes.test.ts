import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInLanes } from '../lanes.ts';
import { runSuites } from '../run.ts';
import type { Suite, SuiteContext, SuiteResult } from '../types.ts';

const CONTEXT: SuiteContext = {
	extra: [],
	artifacts: '',
	woocommerce: 'best',
	lanes: 2,
};

const PASSED: SuiteResult = {
	passed: 1,
	failed: 0,
	failures: [],
	notRun: [],
	notes: [],
};

function suiteOf( name: string, differences: Partial< Suite > = {} ): Suite {
	return {
		name,
		description: `tests of ${ name }`,
		prepare: () => Promise.resolve(),
		run: () => Promise.resolve( PASSED ),
		...differences,
	};
}

/** A piece of work that ends when the test says so. */
class Work {
	readonly started: string[] = [];
	readonly #ends = new Map< string, () => void >();

	readonly run = ( name: string ): Promise< string > => {
		this.started.push( name );
		return new Promise( ( resolve ) => {
			this.#ends.set( name, () => resolve( name.toUpperCase() ) );
		} );
	};

	async end( name: string ): Promise< void > {
		this.#ends.get( name )?.();
		await new Promise( ( resolve ) => setImmediate( resolve ) );
	}
}

test( 'a lane that is free takes the next item, and the results keep the order of the items', async () => {
	const work = new Work();
	const results = runInLanes( [ 'a', 'b', 'c', 'd' ], 2, work.run );
	assert.deepEqual( work.started, [ 'a', 'b' ] );
	await work.end( 'b' );
	assert.deepEqual( work.started, [ 'a', 'b', 'c' ] );
	await work.end( 'c' );
	assert.deepEqual( work.started, [ 'a', 'b', 'c', 'd' ] );
	await work.end( 'd' );
	await work.end( 'a' );
	assert.deepEqual( await results, [ 'A', 'B', 'C', 'D' ] );
} );

test( 'one lane runs one item at a time', async () => {
	const work = new Work();
	const results = runInLanes( [ 'a', 'b' ], 1, work.run );
	assert.deepEqual( work.started, [ 'a' ] );
	await work.end( 'a' );
	assert.deepEqual( work.started, [ 'a', 'b' ] );
	await work.end( 'b' );
	assert.deepEqual( await results, [ 'A', 'B' ] );
} );

test( 'all suites are prepared before the first one runs', async () => {
	const steps: string[] = [];
	const recorded = ( name: string ): Suite =>
		suiteOf( name, {
			prepare: async () => {
				steps.push( `prepare ${ name }` );
			},
			run: async () => {
				steps.push( `run ${ name }` );
				return PASSED;
			},
		} );
	await runSuites( [ recorded( 'a' ), recorded( 'b' ) ], CONTEXT, () => {} );
	assert.deepEqual( steps, [ 'prepare a', 'prepare b', 'run a', 'run b' ] );
} );

test( 'a suite that cannot be prepared or stops counts as one failed test, and the others run', async () => {
	const reports = await runSuites(
		[
			suiteOf( 'a', {
				prepare: () => Promise.reject( new Error( 'no PHP' ) ),
			} ),
			suiteOf( 'b', {
				run: () => Promise.reject( new Error( 'no shop' ) ),
			} ),
			suiteOf( 'c' ),
		],
		CONTEXT,
		() => {}
	);
	assert.deepEqual(
		reports.map( ( { name, result } ) => [
			name,
			result.passed,
			result.failed,
			...result.failures,
		] ),
		[
			[ 'a', 0, 1, 'could not run: no PHP' ],
			[ 'b', 0, 1, 'could not run: no shop' ],
			[ 'c', 1, 0 ],
		]
	);
} );

test( 'a suite is announced, and its notes are printed together with its result', async () => {
	const printed: string[] = [];
	const result = { ...PASSED, notes: [ 'tsc passed (2 s)' ] };
	await runSuites(
		[ suiteOf( 'static', { run: () => Promise.resolve( result ) } ) ],
		CONTEXT,
		( text ) => printed.push( text )
	);
	assert.equal( printed.length, 2 );
	assert.equal( printed[ 0 ], '== static started: tests of static' );
	assert.match(
		printed[ 1 ] ?? '',
		/^== static: 1 passed, 0 failed \([\d.]+ s\)\n {3}tsc passed \(2 s\)$/
	);
} );

test( 'a single suite does not share the machine with others', async () => {
	const lanes: number[] = [];
	const suite = suiteOf( 'static', {
		run: async ( context ) => {
			lanes.push( context.lanes );
			return PASSED;
		},
	} );
	await runSuites( [ suite ], CONTEXT, () => {} );
	await runSuites( [ suite, suiteOf( 'unit' ) ], CONTEXT, () => {} );
	assert.deepEqual( lanes, [ 1, 2 ] );
} );
