import { lazy, Suspense, useMemo, useState } from '@wordpress/element';

import type { BatchClient } from '../batches/client';
import type { BatchAction, Selection } from '../batches/schemas';
import { DialogBoundary } from '../components/DialogBoundary';
import type { Choice } from './useChoice';

type Shared = {
	client: BatchClient;
	onSettled: ( isStarted: boolean ) => void;
	onEnded: () => void;
};

type Props = Shared & {
	/** What somebody wants to do with the links; null when nothing is to be started. */
	action: BatchAction | null;
	choice: Choice;
};

async function load() {
	const { BatchPanel } = await import( '../batches/BatchPanel' );

	return { default: BatchPanel };
}

/** A new link is made for an order; everything else is done with the links themselves. */
function selectionOf( action: BatchAction, choice: Choice ): Selection {
	return action === 'create'
		? { action, target: 'wc_order_ids', ids: choice.orderIds }
		: { action, target: 'link_ids', ids: choice.ids };
}

/** What runs over links in the background, and what is about to be started. */
export function Batches( { action, choice, ...shared }: Props ) {
	// A lazy component keeps its failure for ever: each try needs a new one.
	const [ Content, setContent ] = useState( () => lazy( load ) );
	const chosen = choice.ids.join();
	// The same object for the same links: the preview is asked for once.
	const selection = useMemo< Selection | null >(
		() => ( action === null ? null : selectionOf( action, choice ) ),
		// eslint-disable-next-line react-hooks/exhaustive-deps -- The list is made anew at each render.
		[ action, chosen ]
	);

	return (
		<DialogBoundary onTryAgain={ () => setContent( lazy( load ) ) }>
			<Suspense fallback={ null }>
				<Content selection={ selection } { ...shared } />
			</Suspense>
		</DialogBoundary>
	);
}
