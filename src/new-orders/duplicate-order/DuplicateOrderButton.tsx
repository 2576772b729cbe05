import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { PaymentLinksClient } from '../../shared/api/payment-links';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import { useRequest } from '../../shared/hooks/useRequest';
import { createIdempotencyKey } from '../../shared/utils/idempotency-key';
import { loadErrorMessage } from '../../shared/utils/load-error';
import type * as DialogModule from './DuplicateOrderDialog';

type Opened = {
	readonly module: typeof DialogModule;
	readonly hasUnsavedChanges: boolean;
};

type Props = {
	wcOrderId: number;
	wcOrderNumber: string;
	client: PaymentLinksClient;
	/** Whether the form of the order screen has unsaved changes. */
	hasUnsavedChanges: () => boolean;
};

/** Opens the dialog to duplicate the order. The dialog is loaded on demand. */
export function DuplicateOrderButton( {
	wcOrderId,
	wcOrderNumber,
	client,
	hasUnsavedChanges,
}: Props ) {
	const { state, run, reset } = useRequest< Opened >();
	// Kept after a failure, even if the dialog is closed, so that the next attempt does not create a second order.
	const [ idempotencyKey, setIdempotencyKey ] =
		useState( createIdempotencyKey );

	async function load(): Promise< Opened > {
		const module = await import(
			/* webpackChunkName: "duplicate-order" */ './DuplicateOrderDialog'
		);
		return { module, hasUnsavedChanges: hasUnsavedChanges() };
	}

	return (
		<>
			<Button variant="tertiary" onClick={ () => void run( load ) }>
				{ __( 'Duplicate order…', 'multisafepay-payment-links' ) }
			</Button>
			{ state.status === 'error' && (
				<ErrorNotice message={ loadErrorMessage() } />
			) }
			{ state.status === 'success' && (
				<state.data.module.DuplicateOrderDialog
					wcOrderId={ wcOrderId }
					wcOrderNumber={ wcOrderNumber }
					idempotencyKey={ idempotencyKey }
					client={ client }
					hasUnsavedChanges={ state.data.hasUnsavedChanges }
					onDone={ () => setIdempotencyKey( createIdempotencyKey() ) }
					onClose={ reset }
				/>
			) }
		</>
	);
}
