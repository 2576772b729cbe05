import type { BatchRow } from './bulk.ts';
import type { BundleFile } from './bundle.ts';
import type { CreationResult } from './creates.ts';
import { listReport } from './list-report.ts';
import type { ListResult } from './lists.ts';
import type { PageResult } from './pages.ts';
import type { Spread } from './statistics.ts';

export interface Report {
	readonly woocommerce: string;
	readonly pages: readonly PageResult[];
	readonly create: CreationResult;
	readonly bulk: readonly BatchRow[];
	readonly lists: ListResult | null;
	readonly bundle: readonly BundleFile[];
}

export function toMarkdown( report: Report ): string {
	return [
		`WooCommerce ${ report.woocommerce }, MariaDB, ${
			report.pages[ 0 ]?.pairs ?? 0
		} pairs per page.`,
		'',
		'| page | queries off | added | files added | memory added (KiB) | PHP ms off | ms added [quartiles] |',
		'|---|---|---|---|---|---|---|',
		...report.pages.map( pageRow ),
		'',
		...creationLines( report.create ),
		'',
		'| links while MultiSafepay takes 200 ms | orders | ms per link | speed |',
		'|---|---|---|---|',
		...report.bulk.map(
			( { what, orders, ms_each: msEach, times: speed } ) =>
				`| ${ what } | ${ orders } | ${ msEach.toFixed(
					1
				) } | ${ speed.toFixed( 1 ) } |`
		),
		'',
		...( report.lists === null
			? []
			: [ ...listReport( report.lists ), '' ] ),
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

function creationLines( create: CreationResult ): string[] {
	return [
		`One creation (median of ${ create.links }): ${ signed(
			create.queries.added
		) } queries compared with the ${
			create.queries.rest
		} of a plain REST request;`,
		`${ times(
			create.ms.create
		) } ms of PHP without the call to the provider, compared with ${ times(
			create.ms.rest
		) } ms for the plain request; the call takes ${ times(
			create.http_ms
		) } ms.`,
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
