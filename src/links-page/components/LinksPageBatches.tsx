import { lazy, Suspense, useMemo, useState } from '@wordpress/element';

import type { BatchClient } from '../../batches/client';
import type { BatchAction, BatchSelection } from '../../batches/schemas';
import { LoadErrorBoundary } from '../../shared/components/LoadErrorBoundary';
import type { LinkSelection } from '../hooks/useSelection';

type Shared = {
	client: BatchClient;
	onDone: ( isStarted: boolean ) => void;
	onEnded: () => void;
};

type Props = Shared & {
	/** Bulk action to start; null if none is being started. */
	action: BatchAction | null;
	selection: LinkSelection;
};

async function load() {
	const { BatchPanel } = await import(
		/* webpackChunkName: "batch-panel" */ '../../batches/components/BatchPanel'
	);

	return { default: BatchPanel };
}

/** New links are created for orders; all other actions apply to the links themselves. */
function toBatchSelection(
	action: BatchAction,
	selection: LinkSelection
): BatchSelection {
	return action === 'create'
		? { action, target: 'wc_order_ids', ids: selection.orderIds }
		: { action, target: 'link_ids', ids: selection.ids };
}

/** Batches of the shop and the dialog to start one. They are loaded on demand. */
export function LinksPageBatches( { action, selection, ...shared }: Props ) {
	// A lazy component caches its failure, so each attempt needs a new one.
	const [ Content, setContent ] = useState( () => lazy( load ) );
	const selectedIds = selection.ids.join();
	// The same object for the same links, so that the preview is loaded only once.
	const batchSelection = useMemo< BatchSelection | null >(
		() =>
			action === null ? null : toBatchSelection( action, selection ),
		// eslint-disable-next-line react-hooks/exhaustive-deps -- The selection is a new object in each render.
		[ action, selectedIds ]
	);

	return (
		<LoadErrorBoundary onTryAgain={ () => setContent( lazy( load ) ) }>
			<Suspense fallback={ null }>
				<Content selection={ batchSelection } { ...shared } />
			</Suspense>
		</LoadErrorBoundary>
	);
}
