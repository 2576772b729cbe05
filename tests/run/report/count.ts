import type { Outcome } from '../../shop/lib/exec.ts';
import type { SuiteResult } from '../types.ts';

/** Numbers that a tool reports. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	/** Tests that did not run; they prove nothing, so they count as failed. */
	readonly skipped: number;
	/** What failed, by name. */
	readonly failures: readonly string[];
}

/**
 * A suite's result from a tool's numbers and its exit code.
 *
 * @param counts  Numbers.
 * @param outcome How the tool ended.
 * @param notRun  Tests left out because of the stand-in.
 */
export function resultOf(
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
		// A warning that the tool takes for a failure, or an error beside the tests.
		failed = 1;
		notes.push( `the tool ended with exit code ${ outcome.code }` );
	}
	if ( counts.passed + failed === 0 ) {
		throw new Error( 'no test ran' );
	}
	const { passed, failures } = counts;
	return { passed, failed, failures, notRun, notes };
}

export function sum( results: readonly SuiteResult[] ): SuiteResult {
	return {
		passed: results.reduce( ( total, one ) => total + one.passed, 0 ),
		failed: results.reduce( ( total, one ) => total + one.failed, 0 ),
		failures: results.flatMap( ( one ) => one.failures ),
		notRun: results.flatMap( ( one ) => one.notRun ),
		notes: results.flatMap( ( one ) => one.notes ),
	};
}
