import { Button, CheckboxControl, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import { createIdempotencyKey } from '../../shared/utils/idempotency-key';
import { formatMoney } from '../../shared/utils/money';

type Props = {
	link: Link;
	client: PaymentLinksClient;
	onCreated: ( link: Link ) => void;
	close: () => void;
};

/** Creates another link for the same order, with the values of this one. */
export function DuplicateLinkDialog( {
	link,
	client,
	onCreated,
	close,
}: Props ) {
	// One key per dialog, so that a repeated request does not create a second link.
	const [ key ] = useState( createIdempotencyKey );
	const [ isCancellingOriginal, setIsCancellingOriginal ] = useState( true );
	const [ isBusy, setIsBusy ] = useState( false );
	const [ error, setError ] = useState< string | null >( null );

	async function duplicate(): Promise< void > {
		setIsBusy( true );
		setError( null );
		try {
			onCreated(
				await client.duplicateLink( link.id, {
					idempotency_key: key,
					cancel_original: isCancellingOriginal,
				} )
			);
		} catch ( thrown ) {
			setError( toApiError( thrown ).message );
			setIsBusy( false );
		}
	}

	return (
		<Modal
			className="msp-payment-links__dialog"
			title={ sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Duplicate %s?', 'multisafepay-payment-links' ),
				link.order_id
			) }
			size="small"
			onRequestClose={ close }
		>
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
			{ error !== null && <ErrorNotice message={ error } /> }
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
					onClick={ () => void duplicate() }
				>
					{ __( 'Duplicate link', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</Modal>
	);
}
