import { join } from 'node:path';
import { z } from 'zod';
import { run } from '../shop/lib/exec.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { say } from '../shop/lib/progress.ts';
import { PHP_FLAGS } from '../shop/site/php.ts';
import { at } from './statistics.ts';

const SMALL = 10_000;
const EXPORTS = [ SMALL, 100_000 ] as const;
const SUM_ROUNDS = 5;

const filledSchema = z.object( { index_seconds: z.number() } );
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

/** Milliseconds over few and over many links, in turns. */
export interface ViewRow {
	readonly view: string;
	readonly median: readonly [ number, number ];
	readonly p95: readonly [ number, number ];
}

export interface ListResult {
	readonly links: readonly [ number, number ];
	/** How long the last of the indexes took to add to the large table. */
	readonly index_seconds: number;
	readonly views: readonly ViewRow[];
	readonly sums: readonly ViewRow[];
	readonly plans: z.infer< typeof plansSchema >;
	readonly exports: readonly z.infer< typeof exportSchema >[];
}

/**
 * Measures every view of the list of links over ten thousand and over many more, in one run.
 *
 * @param docroot Of a shop on MariaDB.
 * @param links   How many.
 * @param rounds  How often each view.
 */
export async function measureLists(
	docroot: string,
	links: number,
	rounds: number
): Promise< ListResult > {
	const task = ( ...words: readonly ( string | number )[] ) =>
		listTask( docroot, words.map( String ) );
	let indexSeconds = 0;
	for ( const size of new Set( [ ...EXPORTS, links ] ) ) {
		say( `making ${ size } links` );
		indexSeconds = filledSchema.parse(
			await task( 'fill', size )
		).index_seconds;
	}
	say( 'measuring views of the list' );
	const views = rows( await task( 'views', SMALL, links, rounds ) );
	say( 'measuring sums' );
	const sums = rows( await task( 'sums', SMALL, links, SUM_ROUNDS ) );
	const plans = plansSchema.parse( await task( 'plans', links ) );
	say( 'measuring exports' );
	const exports = [];
	for ( const size of EXPORTS ) {
		exports.push( exportSchema.parse( await task( 'export', size ) ) );
	}
	return {
		links: [ SMALL, links ],
		index_seconds: indexSeconds,
		views,
		sums,
		plans,
		exports,
	};
}

async function listTask(
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
	const answer: unknown = JSON.parse( printed );
	return answer;
}

function rows( answer: unknown ): ViewRow[] {
	return viewsSchema.parse( answer ).map( ( { view, ms } ) => {
		const both = ( share: number ): [ number, number ] => [
			at( ms[ 0 ], share ),
			at( ms[ 1 ], share ),
		];
		return { view, median: both( 0.5 ), p95: both( 0.95 ) };
	} );
}
