import type { SuiteReport } from '../types.ts';

export interface Summary {
	readonly lines: readonly string[];
	readonly exitCode: 0 | 1;
}

/** Returns the last lines of a run: tests that were not run, failures by suite, the totals of each suite and of all. */
export function summarize(
	reports: readonly SuiteReport[],
	seconds: number
): Summary {
	const notRun = reports.flatMap( ( { name, result } ) =>
		result.notRun.map(
			( test ) =>
				`NOT RUN (NEEDS THE REAL WOOCOMMERCE): ${ name }: ${ test }`
		)
	);
	const failures = reports.flatMap( ( { name, result } ) =>
		result.failures.map( ( test ) => `FAILED: ${ name }: ${ test }` )
	);
	const total = ( key: 'passed' | 'failed' ): number =>
		reports.reduce( ( count, { result } ) => count + result[ key ], 0 );
	const passed = total( 'passed' );
	const failed = total( 'failed' );
	return {
		lines: [
			'',
			...notRun,
			...failures,
			...reports.map( formatTotals ),
			`${ passed } passed, ${ failed } failed (${ seconds.toFixed(
				1
			) } s)`,
		],
		exitCode: failed === 0 && passed > 0 ? 0 : 1,
	};
}

export function formatTotals( { name, seconds, result }: SuiteReport ): string {
	return `${ name }: ${ result.passed } passed, ${
		result.failed
	} failed (${ seconds.toFixed( 1 ) } s)`;
}
