import * as z from 'zod/mini';

export const batchActionSchema = z.enum( [
	'create',
	'renew',
	'retire',
	'email',
	'refresh',
] );

const batchFields = {
	id: z.number(),
	action: batchActionSchema,
	title: z.string(),
	send: z.boolean(),
	status: z.enum( [
		'preparing',
		'running',
		'done',
		'cancelled',
		'stopped',
	] ),
	/** Why it was stopped; empty otherwise. */
	message: z.string(),
	total: z.number(),
	counts: z.object( {
		waiting: z.number(),
		working: z.number(),
		done: z.number(),
		skipped: z.number(),
		failed: z.number(),
		mail_failed: z.number(),
	} ),
	created_at: z.string(),
	created_by: z.object( { id: z.number(), name: z.string() } ),
	finished_at: z.nullable( z.string() ),
	paused_until: z.nullable( z.string() ),
};

export const batchSchema = z.object( batchFields );

export const troubleSchema = z.object( {
	wc_order_id: z.number(),
	wc_order_number: z.string(),
	/** Empty when the order is gone. */
	edit_url: z.string(),
	link_id: z.nullable( z.number() ),
	status: z.enum( [ 'failed', 'mail_failed', 'skipped' ] ),
	reason: z.string(),
	message: z.string(),
	error_code: z.nullable( z.number() ),
} );

export const batchWithTroublesSchema = z.object( {
	...batchFields,
	troubles: z.array( troubleSchema ),
} );

const previewItemSchema = z.object( {
	wc_order_id: z.number(),
	wc_order_number: z.string(),
	order_id: z.nullable( z.string() ),
	/** Why nothing is done; null when something is. */
	skipped: z.nullable( z.string() ),
	message: z.string(),
	mail_to: z.string(),
} );

export const previewSchema = z.object( {
	total: z.number(),
	/** How many of them the preview looked at. */
	looked: z.number(),
	todo: z.number(),
	mails: z.number(),
	items: z.array( previewItemSchema ),
} );

export type BatchAction = z.infer< typeof batchActionSchema >;
export type Batch = z.infer< typeof batchSchema >;
export type Trouble = z.infer< typeof troubleSchema >;
export type BatchWithTroubles = z.infer< typeof batchWithTroublesSchema >;
export type PreviewItem = z.infer< typeof previewItemSchema >;
export type Preview = z.infer< typeof previewSchema >;

/** What is chosen: orders, or links. */
export type Selection = {
	readonly action: BatchAction;
	readonly target: 'wc_order_ids' | 'link_ids';
	readonly ids: readonly number[];
};

export type BatchOptions = {
	readonly send: boolean;
	readonly message: string;
};
