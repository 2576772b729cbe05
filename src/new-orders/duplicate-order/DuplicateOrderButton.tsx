import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinksClient } from '../api/payment-links';
import { ErrorNotice } from '../components/ErrorNotice';
import { createIdempotencyKey } from '../utils/idempotency-key';
import { loadFailureWords } from '../utils/load-failure';
import type * as DialogPart from './DuplicateOrderDialog';

type Opened = {
	readonly part: typeof DialogPart;
	readonly hasUnsavedChanges: boolean;
};

type Props = {
	config: PanelConfig;
	client: PaymentLinksClient;
	/** Whether what was typed on the order screen is not saved. */
	hasUnsavedChanges: () => boolean;
};

/** Opens the window in which the order is copied; most visits to an order never do. */
export function DuplicateOrderButton( {
	config,
	client,
	hasUnsavedChanges,
}: Props ) {
	const [ opened, setOpened ] = useState< Opened | null >( null );
	const [ hasFailed, setHasFailed ] = useState( false );
	// Kept when the window is closed after a failure, so that the next try cannot copy the order twice.
	const [ idempotencyKey, setIdempotencyKey ] =
		useState( createIdempotencyKey );

	async function open(): Promise< void > {
		setHasFailed( false );
		try {
			const part = await import( './DuplicateOrderDialog' );
			setOpened( { part, hasUnsavedChanges: hasUnsavedChanges() } );
		} catch {
			setHasFailed( true );
		}
	}

	return (
		<>
			<Button variant="tertiary" onClick={ () => void open() }>
				{ __( 'Duplicate order…', 'multisafepay-payment-links' ) }
			</Button>
			{ hasFailed && <ErrorNotice message={ loadFailureWords() } /> }
			{ opened !== null && (
				<opened.part.DuplicateOrderDialog
					wcOrderId={ config.wc_order_id }
					wcOrderNumber={ config.wc_order_number }
					idempotencyKey={ idempotencyKey }
					client={ client }
					hasUnsavedChanges={ opened.hasUnsavedChanges }
					onDone={ () => setIdempotencyKey( createIdempotencyKey() ) }
					onClose={ () => setOpened( null ) }
				/>
			) }
		</>
	);
}
