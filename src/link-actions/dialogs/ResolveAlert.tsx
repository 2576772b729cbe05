import { Button, TextareaControl } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { reloadAfterConflict } from '../../shared/api/conflict';
import { toApiError } from '../../shared/api/errors';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { useRequest } from '../../shared/hooks/useRequest';

type Props = LinkDialogProps & {
	/** Whether to mark the order as paid. */
	acceptsPayment: boolean;
	/** Says what the button does. */
	explanation: string;
	/** Label of the button. */
	text: string;
	/** Announced when the alert is resolved. */
	doneMessage: string;
};

const MAX_NOTE_LENGTH = 200;

/** Resolves the alert of a link, with an optional note for the history. */
export function ResolveAlert( {
	link,
	client,
	showLink,
	close,
	acceptsPayment,
	explanation,
	text,
	doneMessage,
}: Props ) {
	const [ note, setNote ] = useState( '' );
	const { state, run } = useRequest< void >();
	const isBusy = state.status === 'loading';

	// Without the signal: an acknowledgement that was sent is never aborted.
	async function resolve(): Promise< void > {
		try {
			showLink(
				await client.acknowledge( link.id, {
					note: note.trim(),
					accept_payment: acceptsPayment,
				} )
			);
			speak( doneMessage );
		} catch ( thrown ) {
			const error = toApiError( thrown );
			const now = await reloadAfterConflict( client, error, link );
			if ( now === null ) {
				throw error;
			}

			showLink( now );
			speak( error.message, 'assertive' );
		}
		close();
	}

	return (
		<>
			<p>{ link.alert?.message }</p>
			<p>{ explanation }</p>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'Note (optional)', 'multisafepay-payment-links' ) }
				help={ __(
					'Only staff see this, in the history of the link and in the notes of the order.',
					'multisafepay-payment-links'
				) }
				value={ note }
				onChange={ setNote }
				maxLength={ MAX_NOTE_LENGTH }
				rows={ 3 }
				dir="auto"
			/>
			{ state.status === 'error' && (
				<ErrorNotice message={ state.error.message } />
			) }
			<div className="msp-payment-links__dialog-actions">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ close }
				>
					{ __( 'Cancel', 'multisafepay-payment-links' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => void run( resolve ) }
				>
					{ text }
				</Button>
			</div>
		</>
	);
}
