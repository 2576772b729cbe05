import { Button } from '@wordpress/components';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { useRequest } from '../../shared/hooks/useRequest';
import type { BatchClient } from '../client';
import {
	completionMessage,
	errorMessage,
	finishedCount,
	progressLabel,
	batchStatusLabel,
} from '../messages';
import type { Batch, BatchWithIssues } from '../schemas';
import { BatchIssues } from './BatchIssues';

type Props = {
	batch: Batch;
	client: BatchClient;
	onChange: ( batch: Batch ) => void;
	onDismiss: () => void;
};

/** Progress of a batch, the items that need attention, and the actions that its status allows. */
export function BatchCard( { batch, client, onChange, onDismiss }: Props ) {
	const details = useRequest< BatchWithIssues >();
	const change = useRequest< void >();
	const isRunning = batch.status === 'running';
	const { failed, skipped, email_failed: emailFailed } = batch.counts;
	const issueCount = failed + skipped + emailFailed;
	const canContinue =
		! isRunning && batch.total - batch.counts.done - skipped > 0;

	const { run: loadDetails, reset: hideDetails } = details;
	useEffect( () => {
		if ( isRunning || issueCount === 0 ) {
			hideDetails();
		} else {
			void loadDetails( ( signal ) => client.show( batch.id, signal ) );
		}
	}, [ batch.id, client, isRunning, issueCount, loadDetails, hideDetails ] );
	const issues =
		details.state.status === 'success' ? details.state.data.issues : [];
	const isBusy = change.state.status === 'loading';

	// Without the signal: the server changes the batch anyway.
	const run = ( request: () => Promise< Batch > ) =>
		change.run( async () => onChange( await request() ) );

	return (
		// Not a landmark, because several batches can have the same title.
		<div
			role="group"
			className={ `msp-payment-links-batch is-${ batch.status }` }
			aria-label={ batch.title }
		>
			<div className="msp-payment-links-batch__header">
				<strong>{ batch.title }</strong>
				<span>{ batchStatusLabel( batch ) }</span>
			</div>
			<progress
				className="msp-payment-links-batch__bar"
				aria-label={ batch.title }
				max={ Math.max( 1, batch.total ) }
				value={ finishedCount( batch ) }
			/>
			<p>{ progressLabel( batch ) }</p>
			{ /* Only the end is announced. Announcing each step would take minutes. */ }
			<span className="screen-reader-text" role="status">
				{ isRunning ? '' : completionMessage( batch ) }
			</span>
			{ batch.message !== '' && (
				<p className="msp-payment-links-batch__error">
					{ batch.message }
				</p>
			) }
			{ issues.length > 0 && (
				<BatchIssues issues={ issues } count={ issueCount } />
			) }
			{ change.state.status === 'error' && (
				<p className="msp-payment-links-batch__error" role="alert">
					{ errorMessage( change.state.error ) }
				</p>
			) }
			<div className="msp-payment-links-batch__actions">
				{ isRunning && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ isBusy }
						onClick={ () =>
							void run( () => client.cancel( batch.id ) )
						}
					>
						{ __( 'Cancel', 'multisafepay-payment-links' ) }
					</Button>
				) }
				{ canContinue && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ isBusy }
						onClick={ () =>
							void run( () => client.retry( batch.id ) )
						}
					>
						{ batch.status === 'done'
							? __(
									'Try failures again',
									'multisafepay-payment-links'
							  )
							: __( 'Go on', 'multisafepay-payment-links' ) }
					</Button>
				) }
				{ ! isRunning && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ onDismiss }
					>
						{ __( 'Close', 'multisafepay-payment-links' ) }
					</Button>
				) }
			</div>
		</div>
	);
}
