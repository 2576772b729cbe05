import { useEffect, useRef, useState } from '@wordpress/element';

import type { BatchClient } from '../client';
import { dismiss, dismissed } from '../dismissed';
import { useBatchCompletion } from '../hooks/useBatchCompletion';
import { useBatches } from '../hooks/useBatches';
import type { BatchSelection } from '../schemas';
import { BatchCard } from './BatchCard';
import { StartBatchDialog } from './StartBatchDialog';

/** Limits the height of the panel above the list. */
const MAX_ENDED = 3;

type Props = {
	client: BatchClient;
	/** Items to start a batch for; null if none is being started. */
	selection: BatchSelection | null;
	/** Called when the start dialog is closed, with or without a started batch. */
	onDone: ( isStarted: boolean ) => void;
	/** Called when a batch that was running has finished. */
	onEnded?: () => void;
};

/** Shows the batches of the shop, and the dialog to start another one. */
export function BatchPanel( { client, selection, onDone, onEnded }: Props ) {
	const { batches, upsert } = useBatches( client );
	const [ hidden, setHidden ] = useState( dismissed );
	const [ started, setStarted ] = useState( 0 );
	const panel = useRef< HTMLDivElement >( null );
	useBatchCompletion( batches, onEnded );

	// The buttons that opened the dialog are removed with the selection, so the panel gets the focus.
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
					onChange={ upsert }
					onDismiss={ () => setHidden( dismiss( batch.id ) ) }
				/>
			) ) }
			{ selection !== null && (
				<StartBatchDialog
					selection={ selection }
					client={ client }
					onStarted={ ( batch ) => {
						upsert( batch );
						setStarted( started + 1 );
						onDone( true );
					} }
					onClose={ () => onDone( false ) }
				/>
			) }
		</div>
	);
}
