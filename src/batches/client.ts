import * as z from 'zod/mini';

import { request } from '../shared/api/client';
import {
	batchSchema,
	batchWithIssuesSchema,
	previewSchema,
	type Batch,
	type BatchOptions,
	type BatchWithIssues,
	type Preview,
	type BatchSelection,
} from './schemas';

/** The REST routes of batches. */
export type BatchClient = {
	list: () => Promise< readonly Batch[] >;
	show: ( id: number, signal?: AbortSignal ) => Promise< BatchWithIssues >;
	preview: (
		selection: BatchSelection,
		options: BatchOptions,
		signal?: AbortSignal
	) => Promise< Preview >;
	start: (
		selection: BatchSelection,
		options: BatchOptions,
		idempotencyKey: string
	) => Promise< Batch >;
	cancel: ( id: number ) => Promise< Batch >;
	retry: ( id: number ) => Promise< Batch >;
};

function body(
	{ action, target, ids }: BatchSelection,
	options: BatchOptions
) {
	return { action, [ target ]: ids, ...options };
}

export const batchClient: BatchClient = {
	list: () => request( z.array( batchSchema ), { path: '/batches' } ),
	show: ( id, signal ) =>
		request( batchWithIssuesSchema, { path: `/batches/${ id }`, signal } ),
	preview: ( selection, options, signal ) =>
		request( previewSchema, {
			path: '/batches/preview',
			method: 'POST',
			data: body( selection, options ),
			signal,
		} ),
	start: ( selection, options, idempotencyKey ) =>
		request( batchSchema, {
			path: '/batches',
			method: 'POST',
			data: {
				...body( selection, options ),
				idempotency_key: idempotencyKey,
			},
		} ),
	cancel: ( id ) =>
		request( batchSchema, {
			path: `/batches/${ id }/cancel`,
			method: 'POST',
		} ),
	retry: ( id ) =>
		request( batchSchema, {
			path: `/batches/${ id }/retry`,
			method: 'POST',
		} ),
};
