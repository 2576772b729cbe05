import type { Outcome } from '../../shop/lib/exec.ts';
import type { SuiteResult } from '../types.ts';

export interface Counts {
	readonly passed: number;
	readonly failed: number;
	/** Tests that did not run. They count as failed because they verify nothing. */
	readonly skipped: number;
	/** Names of the failed tests. */
	readonly failures: readonly string[];
}

/** Creates a suite's result from a tool's counts and its exit code. */
export function toSuiteResult(
	counts: Counts,
	outcome: Outcome,
	notRun: readonly string[] = []
): SuiteResult {
	const notes: string[] = [];
	let failed = counts.failed + counts.skipped;
	if ( counts.skipped > 0 ) {
		notes.push( `${ counts.skipped } skipped, counted as failed` );
	}
	if ( outcome.code !== 0 && failed === 0 ) {
		// For example a warning that the tool treats as a failure, or an error outside the tests.
		failed = 1;
		notes.push( `the tool returned exit code ${ outcome.code }` );
	}
	if ( counts.passed + failed === 0 ) {
		throw new Error( 'no test ran' );
	}
	const { passed, failures } = counts;
	return { passed, failed, failures, notRun, notes };
}

export function sumResults( results: readonly SuiteResult[] ): SuiteResult {
	return {
		passed: results.reduce( ( total, one ) => total + one.passed, 0 ),
		failed: results.reduce( ( total, one ) => total + one.failed, 0 ),
		failures: results.flatMap( ( one ) => one.failures ),
		notRun: results.flatMap( ( one ) => one.notRun ),
		notes: results.flatMap( ( one ) => one.notes ),
	};
}
