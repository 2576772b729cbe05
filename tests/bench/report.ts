import type { BulkRow } from './bulk.ts';
import type { BundleFile } from './bundle.ts';
import type { CreateResult } from './creates.ts';
import { listLines } from './list-report.ts';
import type { ListResult } from './lists.ts';
import type { PageResult } from './pages.ts';
import type { Spread } from './statistics.ts';

export interface Report {
	readonly woocommerce: string;
	readonly pages: readonly PageResult[];
	readonly create: CreateResult;
	readonly bulk: readonly BulkRow[];
	readonly lists: ListResult | null;
	readonly bundle: readonly BundleFile[];
}

/** The report as Markdown tables. */
export function asMarkdown( report: Report ): string {
	return [
		`WooCommerce ${ report.woocommerce }, MariaDB, ${
			report.pages[ 0 ]?.pairs ?? 0
		} pairs a page.`,
		'',
		'| page | queries off | added | files added | memory added (KiB) | PHP ms off | ms added [quartiles] |',
		'|---|---|---|---|---|---|---|',
		...report.pages.map( pageRow ),
		'',
		...createLines( report.create ),
		'',
		'| links while MultiSafepay takes 200 ms | orders | ms each | times as fast |',
		'|---|---|---|---|',
		...report.bulk.map(
			( { what, orders, ms_each: each, times: faster } ) =>
				`| ${ what } | ${ orders } | ${ each.toFixed(
					1
				) } | ${ faster.toFixed( 1 ) } |`
		),
		'',
		...( report.lists === null
			? []
			: [ ...listLines( report.lists ), '' ] ),
		'| file | bytes | gzip |',
		'|---|---|---|',
		...report.bundle.map(
			( { file, bytes, gzip_bytes: gzip } ) =>
				`| ${ file } | ${ bytes } | ${ gzip } |`
		),
	].join( '\n' );
}

function pageRow( row: PageResult ): string {
	const cells = [
		row.page,
		row.queries.off,
		signed( row.queries.added ),
		signed( row.files.added ),
		signed( Math.round( row.peak_kib.added ) ),
		row.ms.off.toFixed( 0 ),
		times( row.ms.added ),
	];
	return `| ${ cells.join( ' | ' ) } |`;
}

function createLines( create: CreateResult ): string[] {
	return [
		`One create (median of ${ create.links }): ${ signed(
			create.queries.added
		) } queries beyond the ${
			create.queries.rest
		} of a plain REST request;`,
		`${ times(
			create.ms.create
		) } ms of PHP without the provider's own time, against ${ times(
			create.ms.rest
		) } ms for the plain request; ${ times(
			create.http_ms
		) } ms in the call.`,
	];
}

function signed( value: number ): string {
	return value > 0 ? `+${ value }` : String( value );
}

function times( { median, quartiles: [ low, high ] }: Spread ): string {
	return `${ median.toFixed( 1 ) } [${ low.toFixed( 1 ) }, ${ high.toFixed(
		1
	) }]`;
}
