import { useEffect, useRef, useState } from '@wordpress/element';

import { BatchCard } from './BatchCard';
import { BatchComposer } from './BatchComposer';
import type { BatchClient } from './client';
import { dismiss, dismissed } from './dismissed';
import type { Selection } from './schemas';
import { useBatches } from './useBatches';
import { useEndOfBatches } from './useEndOfBatches';

/** On a busy day the list of orders must not be pushed off the screen. */
const MAX_ENDED = 3;

type Props = {
	client: BatchClient;
	/** What somebody just chose; null when nothing is to be started. */
	selection: Selection | null;
	/** The choice is over: it was started, or not. */
	onSettled: ( isStarted: boolean ) => void;
	/** A batch that was seen running has ended: what it did can be shown. */
	onEnded?: () => void;
};

/** What runs, and what is about to be started, above a list of orders or links. */
export function BatchPanel( { client, selection, onSettled, onEnded }: Props ) {
	const { batches, put } = useBatches( client );
	const [ hidden, setHidden ] = useState( dismissed );
	const [ started, setStarted ] = useState( 0 );
	const panel = useRef< HTMLDivElement >( null );
	useEndOfBatches( batches, onEnded );

	// The buttons that opened the window may be gone with what was ticked.
	useEffect( () => {
		if ( started > 0 ) {
			panel.current?.focus();
		}
	}, [ started ] );

	const ended = batches
		.filter(
			( { id, status } ) =>
				status !== 'running' && ! hidden.includes( id )
		)
		.slice( 0, MAX_ENDED );
	const shown = batches.filter(
		( batch ) => batch.status === 'running' || ended.includes( batch )
	);

	return (
		<div
			ref={ panel }
			className="msp-payment-links-batches"
			tabIndex={ -1 }
		>
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
						setStarted( started + 1 );
						onSettled( true );
					} }
					onClose={ () => onSettled( false ) }
				/>
			) }
		</div>
	);
}
