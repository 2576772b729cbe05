import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { BatchClient } from './client';
import type { Batch, Trouble } from './schemas';
import { Troubles } from './Troubles';
import {
	endWords,
	errorWords,
	over,
	progressWords,
	statusWords,
} from './words';

type Props = {
	batch: Batch;
	client: BatchClient;
	onChange: ( batch: Batch ) => void;
	onDismiss: () => void;
};

/** How far a batch is, what did not go as wished, and what can be done about it. */
export function BatchCard( { batch, client, onChange, onDismiss }: Props ) {
	const [ troubles, setTroubles ] = useState< readonly Trouble[] >( [] );
	const [ error, setError ] = useState< string | null >( null );
	const [ isBusy, setBusy ] = useState( false );
	const isRunning = batch.status === 'running';
	const { failed, skipped, mail_failed: mailFailed } = batch.counts;
	const troubleCount = failed + skipped + mailFailed;
	const canGoOn =
		! isRunning && batch.total - batch.counts.done - skipped > 0;

	useEffect( () => {
		if ( isRunning || troubleCount === 0 ) {
			setTroubles( [] );
			return undefined;
		}
		let isWanted = true;
		client.show( batch.id ).then(
			( shown ) => isWanted && setTroubles( shown.troubles ),
			() => undefined
		);
		return () => {
			isWanted = false;
		};
	}, [ batch.id, client, isRunning, troubleCount ] );

	async function act( work: Promise< Batch > ): Promise< void > {
		setBusy( true );
		setError( null );
		try {
			onChange( await work );
		} catch ( thrown ) {
			setError( errorWords( thrown ) );
		} finally {
			setBusy( false );
		}
	}

	return (
		// No landmark: several of them may have the same name.
		<div
			role="group"
			className={ `msp-payment-links-batch is-${ batch.status }` }
			aria-label={ batch.title }
		>
			<div className="msp-payment-links-batch__head">
				<strong>{ batch.title }</strong>
				<span>{ statusWords( batch ) }</span>
			</div>
			<progress
				className="msp-payment-links-batch__bar"
				aria-label={ batch.title }
				max={ Math.max( 1, batch.total ) }
				value={ over( batch ) }
			/>
			<p>{ progressWords( batch ) }</p>
			{ /* The end is told; every step on the way would talk for minutes. */ }
			<span className="screen-reader-text" role="status">
				{ isRunning ? '' : endWords( batch ) }
			</span>
			{ batch.message !== '' && (
				<p className="msp-payment-links-batch__error">
					{ batch.message }
				</p>
			) }
			{ troubles.length > 0 && (
				<Troubles troubles={ troubles } count={ troubleCount } />
			) }
			{ error !== null && (
				<p className="msp-payment-links-batch__error" role="alert">
					{ error }
				</p>
			) }
			<div className="msp-payment-links-batch__actions">
				{ isRunning && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ isBusy }
						onClick={ () => void act( client.cancel( batch.id ) ) }
					>
						{ __( 'Cancel', 'multisafepay-payment-links' ) }
					</Button>
				) }
				{ canGoOn && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ isBusy }
						onClick={ () => void act( client.retry( batch.id ) ) }
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
