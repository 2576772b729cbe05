import { Button, CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { ErrorNotice } from '../../shared/components/ErrorNotice';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { useRequest } from '../../shared/hooks/useRequest';
import { createIdempotencyKey } from '../../shared/utils/idempotency-key';
import { formatMoney } from '../../shared/utils/money';

/** Creates another link for the same order, with the values of this one. */
export default function DuplicateLinkDialog( {
	link,
	client,
	onCreated,
	close,
}: LinkDialogProps ) {
	// One key per dialog, so that a repeated request does not create a second link.
	const [ key ] = useState( createIdempotencyKey );
	const [ isCancellingOriginal, setIsCancellingOriginal ] = useState( true );
	const { state, run } = useRequest< void >();
	const isBusy = state.status === 'loading';

	// Without the signal: a link that was confirmed is always created.
	async function duplicate(): Promise< void > {
		const created = await client.duplicateLink( link.id, {
			idempotency_key: key,
			cancel_original: isCancellingOriginal,
		} );
		close();
		onCreated?.( created );
	}

	return (
		<>
			<p>
				{ sprintf(
					/* translators: 1: amount. 2: order number. */
					__(
						'A new payment link for %1$s is made for order %2$s, with an order ID of its own.',
						'multisafepay-payment-links'
					),
					formatMoney( link.amount, link.currency ),
					link.wc_order_number
				) }
			</p>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Cancel the old link once the new one is there',
					'multisafepay-payment-links'
				) }
				checked={ isCancellingOriginal }
				onChange={ setIsCancellingOriginal }
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
					onClick={ () => void run( duplicate ) }
				>
					{ __( 'Duplicate link', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</>
	);
}
