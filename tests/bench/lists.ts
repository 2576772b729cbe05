import { join } from 'node:path';
import { z } from 'zod';
import { run } from '../shop/lib/exec.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { logProgress } from '../shop/lib/progress.ts';
import { PHP_FLAGS } from '../shop/site/php.ts';
import { percentile } from './statistics.ts';

const SMALL_LIST = 10_000;
const EXPORT_SIZES = [ SMALL_LIST, 100_000 ] as const;
const TOTALS_ROUNDS = 5;

const fillSchema = z.object( { fill_seconds: z.number() } );
const viewsSchema = z.array(
	z.object( {
		view: z.string(),
		ms: z.tuple( [ z.array( z.number() ), z.array( z.number() ) ] ),
	} )
);
const plansSchema = z.array(
	z.object( {
		view: z.string(),
		steps: z.array(
			z.object( {
				table: z.string(),
				type: z.string(),
				key: z.string(),
				rows: z.number(),
				extra: z.string(),
			} )
		),
	} )
);
const exportSchema = z.object( {
	links: z.int(),
	seconds: z.number(),
	peak_kib: z.number(),
	bytes: z.int(),
} );

/** Milliseconds over a small and a large list, measured alternately. */
export interface ViewRow {
	readonly view: string;
	readonly median: readonly [ number, number ];
	readonly p95: readonly [ number, number ];
}

export interface ListResult {
	readonly links: readonly [ number, number ];
	/** Seconds for adding the last index to the large table. */
	readonly fill_seconds: number;
	readonly views: readonly ViewRow[];
	readonly sums: readonly ViewRow[];
	readonly plans: z.infer< typeof plansSchema >;
	readonly exports: readonly z.infer< typeof exportSchema >[];
}

/**
 * Measures all views of the list of links over ten thousand and over many more links, in one run.
 *
 * @param docroot Document root of a shop on MariaDB.
 * @param links   Number of links of the large list.
 * @param rounds  Number of measurements per view.
 */
export async function measureLists(
	docroot: string,
	links: number,
	rounds: number
): Promise< ListResult > {
	const task = ( ...taskArguments: readonly ( string | number )[] ) =>
		runListTask( docroot, taskArguments.map( String ) );
	let fillSeconds = 0;
	for ( const size of new Set( [ ...EXPORT_SIZES, links ] ) ) {
		logProgress( `creating ${ size } links` );
		fillSeconds = fillSchema.parse(
			await task( 'fill', size )
		).fill_seconds;
	}
	logProgress( 'measuring views of the list' );
	const views = viewRows( await task( 'views', SMALL_LIST, links, rounds ) );
	logProgress( 'measuring totals' );
	const sums = viewRows(
		await task( 'totals', SMALL_LIST, links, TOTALS_ROUNDS )
	);
	const plans = plansSchema.parse( await task( 'plans', links ) );
	logProgress( 'measuring exports' );
	const exports = [];
	for ( const size of EXPORT_SIZES ) {
		exports.push( exportSchema.parse( await task( 'export', size ) ) );
	}
	return {
		links: [ SMALL_LIST, links ],
		fill_seconds: fillSeconds,
		views,
		sums,
		plans,
		exports,
	};
}

async function runListTask(
	docroot: string,
	task: readonly string[]
): Promise< unknown > {
	const printed = await run(
		'php',
		[
			...PHP_FLAGS,
			join( ROOT, 'tests/bench/lists.php' ),
			docroot,
			...task,
		],
		{ timeout: 900_000 }
	);
	const result: unknown = JSON.parse( printed );
	return result;
}

function viewRows( output: unknown ): ViewRow[] {
	return viewsSchema.parse( output ).map( ( { view, ms } ) => {
		const bothSizes = ( share: number ): [ number, number ] => [
			percentile( ms[ 0 ], share ),
			percentile( ms[ 1 ], share ),
		];
		return { view, median: bothSizes( 0.5 ), p95: bothSizes( 0.95 ) };
	} );
}
