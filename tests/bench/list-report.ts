import type { ListResult, ViewRow } from './lists.ts';

/** Returns the measurements of the list as Markdown tables. */
export function listReport( result: ListResult ): string[] {
	const [ few, many ] = result.links.map( thousands );
	return [
		`| list route, in one process | median ms, ${ few } | p95 | median ms, ${ many } | p95 | p95 ratio |`,
		'|---|---|---|---|---|---|',
		...result.views.map( viewRow ),
		'',
		`| totals | median ms, ${ few } | p95 | median ms, ${ many } | p95 | p95 ratio |`,
		'|---|---|---|---|---|---|',
		...result.sums.map( viewRow ),
		'',
		`Adding the indexes of the list took ${ result.fill_seconds.toFixed(
			0
		) } s for ${ many } links.`,
		'',
		'| CSV export of | s | MiB | peak memory added (KiB) |',
		'|---|---|---|---|',
		...result.exports.map(
			( { links, seconds, bytes, peak_kib: peak } ) =>
				`| ${ thousands( links ) } links | ${ seconds.toFixed(
					1
				) } | ${ ( bytes / 2 ** 20 ).toFixed( 1 ) } | ${ peak.toFixed(
					0
				) } |`
		),
		'',
		`| EXPLAIN over ${ many } links | index of each step (estimated rows; additional work) |`,
		'|---|---|',
		...result.plans.map( planRow ),
	];
}

function viewRow( { view, median, p95 }: ViewRow ): string {
	const cells = [ median[ 0 ], p95[ 0 ], median[ 1 ], p95[ 1 ] ].map(
		( value ) => value.toFixed( 1 )
	);
	return `| ${ view } | ${ cells.join( ' | ' ) } | ${ (
		p95[ 1 ] / p95[ 0 ]
	).toFixed( 1 ) } |`;
}

function planRow( { view, steps }: ListResult[ 'plans' ][ number ] ): string {
	const parts = steps.map(
		( { table, key, rows, extra } ) =>
			`${ table === 'l' ? '' : `${ table }: ` }\`${
				key === '' ? 'none' : key
			}\` (${ [ String( rows ), extra ]
				.filter( ( part ) => part !== '' )
				.join( '; ' ) })`
	);
	return `| ${ view } | ${ parts.join( ', ' ) } |`;
}

function thousands( links: number ): string {
	return links.toLocaleString( 'en' );
}
