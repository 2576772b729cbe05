import * as z from 'zod/mini';

export const batchActionSchema = z.enum( [
	'create',
	'renew',
	'cancel',
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
	/** Why the batch was stopped; empty otherwise. */
	message: z.string(),
	total: z.number(),
	counts: z.object( {
		waiting: z.number(),
		working: z.number(),
		done: z.number(),
		skipped: z.number(),
		failed: z.number(),
		email_failed: z.number(),
	} ),
	created_at: z.string(),
	created_by: z.object( { id: z.number(), name: z.string() } ),
	finished_at: z.nullable( z.string() ),
	paused_until: z.nullable( z.string() ),
};

export const batchSchema = z.object( batchFields );

const batchIssueSchema = z.object( {
	wc_order_id: z.number(),
	wc_order_number: z.string(),
	/** Empty if the order does not exist any more. */
	edit_url: z.string(),
	link_id: z.nullable( z.number() ),
	status: z.enum( [ 'failed', 'email_failed', 'skipped' ] ),
	reason: z.string(),
	message: z.string(),
	error_code: z.nullable( z.number() ),
} );

export const batchWithIssuesSchema = z.object( {
	...batchFields,
	issues: z.array( batchIssueSchema ),
} );

const previewItemSchema = z.object( {
	wc_order_id: z.number(),
	wc_order_number: z.string(),
	order_id: z.nullable( z.string() ),
	/** Null if the item is not skipped. */
	skip_reason: z.nullable( z.string() ),
	message: z.string(),
	email_to: z.string(),
} );

export const previewSchema = z.object( {
	total: z.number(),
	/** Number of items in this preview. */
	previewed: z.number(),
	eligible: z.number(),
	emails: z.number(),
	items: z.array( previewItemSchema ),
} );

export type BatchAction = z.infer< typeof batchActionSchema >;
export type Batch = z.infer< typeof batchSchema >;
export type BatchIssue = z.infer< typeof batchIssueSchema >;
export type BatchWithIssues = z.infer< typeof batchWithIssuesSchema >;
export type PreviewItem = z.infer< typeof previewItemSchema >;
export type Preview = z.infer< typeof previewSchema >;

/** The orders or links that a batch is started for. */
export type BatchSelection = {
	readonly action: BatchAction;
	readonly target: 'wc_order_ids' | 'link_ids';
	readonly ids: readonly number[];
};

export type BatchOptions = {
	readonly send: boolean;
	readonly message: string;
};
