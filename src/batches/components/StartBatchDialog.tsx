import {
	Button,
	CheckboxControl,
	Modal,
	Spinner,
	TextareaControl,
} from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { useRequest } from '../../shared/hooks/useRequest';
import { createIdempotencyKey } from '../../shared/utils/idempotency-key';
import type { BatchClient } from '../client';
import { usePreview, type Overview } from '../hooks/usePreview';
import { actionDescription, errorMessage, selectionTitle } from '../messages';
import type { Batch, BatchSelection } from '../schemas';
import { PreviewList } from './PreviewList';

type Props = {
	selection: BatchSelection;
	client: BatchClient;
	onStarted: ( batch: Batch ) => void;
	onClose: () => void;
};

/** Previews a batch and starts it after confirmation. */
export function StartBatchDialog( {
	selection,
	client,
	onStarted,
	onClose,
}: Props ) {
	const createsLinks =
		selection.action === 'create' || selection.action === 'renew';
	const [ send, setSend ] = useState( false );
	const [ message, setMessage ] = useState( '' );
	const { state, run } = useRequest< void >();
	// The parent closes the dialog after a success.
	const isStarting = state.status === 'loading' || state.status === 'success';
	// One key per dialog, so that a repeated request does not start a second batch.
	const key = useRef( createIdempotencyKey() );

	const { overview, error } = usePreview( client, selection, send );
	const shownError =
		state.status === 'error' ? errorMessage( state.error ) : error;

	// Without the signal: a batch that was confirmed always starts.
	const start = () =>
		run( async () =>
			onStarted(
				await client.start( selection, { send, message }, key.current )
			)
		);

	return (
		<Modal
			title={ selectionTitle( selection ) }
			className="msp-payment-links-batch-modal"
			onRequestClose={ onClose }
			size="medium"
		>
			<p>{ actionDescription( selection.action ) }</p>
			{ createsLinks && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __(
						'Send each new link to the customer by e-mail',
						'multisafepay-payment-links'
					) }
					checked={ send }
					onChange={ setSend }
				/>
			) }
			{ ( send || selection.action === 'email' ) && (
				<TextareaControl
					__nextHasNoMarginBottom
					label={ __(
						'Personal message (optional)',
						'multisafepay-payment-links'
					) }
					value={ message }
					onChange={ setMessage }
				/>
			) }
			{ overview === null && error === null && (
				<p role="status">
					<Spinner />
					{ __(
						'Looking at what will happen…',
						'multisafepay-payment-links'
					) }
				</p>
			) }
			{ overview !== null && (
				<PreviewList
					action={ selection.action }
					overview={ overview }
				/>
			) }
			{ shownError !== null && (
				<p className="msp-payment-links-batch__error" role="alert">
					{ shownError }
				</p>
			) }
			<div className="msp-payment-links-batch__actions">
				<Button
					__next40pxDefaultSize
					variant="primary"
					isBusy={ isStarting }
					disabled={
						isStarting ||
						overview === null ||
						hasNothingToDo( overview )
					}
					accessibleWhenDisabled
					onClick={ () => void start() }
				>
					{ __( 'Start', 'multisafepay-payment-links' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ onClose }
				>
					{ __( 'Do not start', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</Modal>
	);
}

function hasNothingToDo( { previewed, eligible, total }: Overview ): boolean {
	return eligible === 0 && previewed === total;
}
