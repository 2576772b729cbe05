import { Button, Modal } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { PaymentLinksClient } from '../../shared/api/payment-links';
import { DuplicatedOrder } from './DuplicatedOrder';
import { DuplicateOrderError } from './DuplicateOrderError';
import {
	useDuplicateOrder,
	type DuplicateOrderState,
} from './useDuplicateOrder';

type Props = {
	wcOrderId: number;
	wcOrderNumber: string;
	/** The same key until the order has been duplicated. */
	idempotencyKey: string;
	client: PaymentLinksClient;
	/** Whether the form of the order screen has unsaved changes. */
	hasUnsavedChanges: boolean;
	onDone: () => void;
	onClose: () => void;
};

/** Explains what is duplicated, duplicates the order and shows the new order with its link. */
export function DuplicateOrderDialog( {
	wcOrderId,
	wcOrderNumber,
	idempotencyKey,
	client,
	hasUnsavedChanges,
	onDone,
	onClose,
}: Props ) {
	const { state, duplicate } = useDuplicateOrder( {
		wcOrderId,
		idempotencyKey,
		client,
		onDone,
	} );
	const isSubmitting = state.kind === 'submitting';

	return (
		<Modal
			className="msp-payment-links__dialog"
			title={ sprintf(
				/* translators: %s: number of an order. */
				__( 'Duplicate order %s', 'multisafepay-payment-links' ),
				wcOrderNumber
			) }
			size="medium"
			isDismissible={ ! isSubmitting }
			onRequestClose={ () => {
				if ( ! isSubmitting ) {
					onClose();
				}
			} }
		>
			{ state.kind === 'done' ? (
				<DuplicatedOrder link={ state.link } onClose={ onClose } />
			) : (
				<Confirmation
					wcOrderNumber={ wcOrderNumber }
					state={ state }
					hasUnsavedChanges={ hasUnsavedChanges }
					onConfirm={ () => void duplicate() }
					onClose={ onClose }
				/>
			) }
		</Modal>
	);
}

function Confirmation( {
	wcOrderNumber,
	state,
	hasUnsavedChanges,
	onConfirm,
	onClose,
}: Pick< Props, 'wcOrderNumber' | 'hasUnsavedChanges' | 'onClose' > & {
	state: DuplicateOrderState;
	onConfirm: () => void;
} ) {
	const isSubmitting = state.kind === 'submitting';

	return (
		<>
			<p>
				{ sprintf(
					/* translators: %s: number of an order. */
					__(
						'Makes a new unpaid order like order %s, with a number of its own, and a payment link for it.',
						'multisafepay-payment-links'
					),
					wcOrderNumber
				) }
			</p>
			<p>
				{ __(
					'Copied: items, fees, shipping, discounts and taxes as they are on this order, addresses and customer.',
					'multisafepay-payment-links'
				) }
			</p>
			<p>
				{ __(
					'Not copied: payments and refunds, notes, payment links. Prices are not reckoned anew, and this order stays as it is.',
					'multisafepay-payment-links'
				) }
			</p>
			{ hasUnsavedChanges && (
				<p>
					<strong>
						{ __(
							'You have unsaved changes: the order is copied as it was saved last.',
							'multisafepay-payment-links'
						) }
					</strong>
				</p>
			) }
			<DuplicateOrderError state={ state } />
			<div className="msp-payment-links__actions">
				<Button
					variant="primary"
					isBusy={ isSubmitting }
					disabled={ isSubmitting }
					accessibleWhenDisabled
					onClick={ onConfirm }
				>
					{ buttonLabel( state ) }
				</Button>
				<Button
					variant="tertiary"
					disabled={ isSubmitting }
					accessibleWhenDisabled
					onClick={ onClose }
				>
					{ __( 'Cancel', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</>
	);
}

function buttonLabel( { kind }: DuplicateOrderState ): string {
	switch ( kind ) {
		case 'submitting':
			return __( 'Duplicating…', 'multisafepay-payment-links' );
		case 'insufficient_stock':
			return __( 'Duplicate anyway', 'multisafepay-payment-links' );
		case 'failed':
			return __( 'Try again', 'multisafepay-payment-links' );
		default:
			return __( 'Duplicate order', 'multisafepay-payment-links' );
	}
}
