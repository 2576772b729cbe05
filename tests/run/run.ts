import { errorMessage } from '../shop/lib/progress.ts';
import { runInLanes } from './lanes.ts';
import { formatTotals } from './report/summary.ts';
import type { Suite, SuiteContext, SuiteReport, SuiteResult } from './types.ts';

/**
 * Prepares the suites one after the other, then runs them in lanes. Prints a line when a suite starts, and its notes
 * and result when it ends.
 */
export async function runSuites(
	suites: readonly Suite[],
	context: SuiteContext,
	print: ( text: string ) => void
): Promise< SuiteReport[] > {
	const problems = new Map< Suite, SuiteResult >();
	for ( const suite of suites ) {
		await suite.prepare().catch( ( error: unknown ) => {
			problems.set( suite, couldNotRun( error ) );
		} );
	}
	const lanes = Math.min( context.lanes, suites.length );
	return runInLanes( suites, lanes, async ( suite ) => {
		const { name, description } = suite;
		print( `== ${ name } started: ${ description }` );
		const start = Date.now();
		const result =
			problems.get( suite ) ??
			( await suite.run( { ...context, lanes } ).catch( couldNotRun ) );
		const seconds = ( Date.now() - start ) / 1000;
		const report = { name, seconds, result };
		// One call, so that the lines of suites in other lanes do not come between these lines.
		print(
			[
				`== ${ formatTotals( report ) }`,
				...result.notes.map( ( note ) => `   ${ note }` ),
			].join( '\n' )
		);
		return report;
	} );
}

/** A suite that could not run counts as one failed test. */
function couldNotRun( error: unknown ): SuiteResult {
	const notes = [ `could not run: ${ errorMessage( error ) }` ];
	return { passed: 0, failed: 1, failures: notes, notRun: [], notes };
}
