import { useState } from '@wordpress/element';

import { BatchCard } from './BatchCard';
import { BatchComposer } from './BatchComposer';
import type { BatchClient } from './client';
import { dismiss, dismissed } from './dismissed';
import type { Selection } from './schemas';
import { useBatches } from './useBatches';

type Props = {
	client: BatchClient;
	/** What somebody just chose; null when nothing is to be started. */
	selection: Selection | null;
	/** The choice is over: it was started, or not. */
	onSettled: () => void;
};

/** What runs, and what is about to be started, above a list of orders or links. */
export function BatchPanel( { client, selection, onSettled }: Props ) {
	const { batches, put } = useBatches( client );
	const [ hidden, setHidden ] = useState( dismissed );
	const shown = batches.filter(
		( { id, status } ) => status === 'running' || ! hidden.includes( id )
	);

	return (
		<div className="msp-payment-links-batches">
			{ shown.map( ( batch ) => (
				<BatchCard
					key={ batch.id }
					batch={ batch }
					client={ client }
					onChange={ put }
					onDismiss={ () => setHidden( dismiss( batch.id ) ) }
				/>
			) ) }
			{ selection !== null && (
				<BatchComposer
					selection={ selection }
					client={ client }
					onStarted={ ( batch ) => {
						put( batch );
						onSettled();
					} }
					onClose={ onSettled }
				/>
			) }
		</div>
	);
}
