import * as z from 'zod/mini';

import { request } from '../api/client';
import {
	batchSchema,
	batchWithTroublesSchema,
	previewSchema,
	type Batch,
	type BatchOptions,
	type BatchWithTroubles,
	type Preview,
	type Selection,
} from './schemas';

/** The routes of batches. */
export type BatchClient = {
	list: () => Promise< readonly Batch[] >;
	show: ( id: number ) => Promise< BatchWithTroubles >;
	preview: (
		selection: Selection,
		options: BatchOptions
	) => Promise< Preview >;
	start: (
		selection: Selection,
		options: BatchOptions,
		idempotencyKey: string
	) => Promise< Batch >;
	cancel: ( id: number ) => Promise< Batch >;
	retry: ( id: number ) => Promise< Batch >;
};

function body( { action, target, ids }: Selection, options: BatchOptions ) {
	return { action, [ target ]: ids, ...options };
}

export const batchClient: BatchClient = {
	list: () => request( z.array( batchSchema ), { path: '/batches' } ),
	show: ( id ) =>
		request( batchWithTroublesSchema, { path: `/batches/${ id }` } ),
	preview: ( selection, options ) =>
		request( previewSchema, {
			path: '/batches/preview',
			method: 'POST',
			data: body( selection, options ),
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
