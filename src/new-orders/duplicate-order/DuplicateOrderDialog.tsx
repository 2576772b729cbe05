import { Button, Modal } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { PaymentLinksClient } from '../api/payment-links';
import { CopiedOrder } from './CopiedOrder';
import { DuplicationTrouble } from './DuplicationTrouble';
import { useDuplicateOrder, type Duplication } from './useDuplicateOrder';

type Props = {
	wcOrderId: number;
	wcOrderNumber: string;
	/** The same until the order has been copied with it. */
	idempotencyKey: string;
	client: PaymentLinksClient;
	/** What was typed on the order screen is not saved. */
	hasUnsavedChanges: boolean;
	onDone: () => void;
	onClose: () => void;
};

/** Says what will be copied, copies it, and hands over the new order with its link. */
export function DuplicateOrderDialog( {
	wcOrderId,
	wcOrderNumber,
	idempotencyKey,
	client,
	hasUnsavedChanges,
	onDone,
	onClose,
}: Props ) {
	const { duplication, run } = useDuplicateOrder( {
		wcOrderId,
		idempotencyKey,
		client,
		onDone,
	} );
	const isWorking = duplication.kind === 'working';

	return (
		<Modal
			className="msp-payment-links__dialog"
			title={ sprintf(
				/* translators: %s: number of an order. */
				__( 'Duplicate order %s', 'multisafepay-payment-links' ),
				wcOrderNumber
			) }
			size="medium"
			isDismissible={ ! isWorking }
			onRequestClose={ () => {
				if ( ! isWorking ) {
					onClose();
				}
			} }
		>
			{ duplication.kind === 'done' ? (
				<CopiedOrder link={ duplication.link } onClose={ onClose } />
			) : (
				<Question
					wcOrderNumber={ wcOrderNumber }
					duplication={ duplication }
					hasUnsavedChanges={ hasUnsavedChanges }
					onConfirm={ () => void run() }
					onClose={ onClose }
				/>
			) }
		</Modal>
	);
}

function Question( {
	wcOrderNumber,
	duplication,
	hasUnsavedChanges,
	onConfirm,
	onClose,
}: Pick< Props, 'wcOrderNumber' | 'hasUnsavedChanges' | 'onClose' > & {
	duplication: Duplication;
	onConfirm: () => void;
} ) {
	const isWorking = duplication.kind === 'working';

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
			<DuplicationTrouble duplication={ duplication } />
			<div className="msp-payment-links__actions">
				<Button
					variant="primary"
					isBusy={ isWorking }
					disabled={ isWorking }
					accessibleWhenDisabled
					onClick={ onConfirm }
				>
					{ wordsFor( duplication ) }
				</Button>
				<Button
					variant="tertiary"
					disabled={ isWorking }
					accessibleWhenDisabled
					onClick={ onClose }
				>
					{ __( 'Cancel', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</>
	);
}

function wordsFor( { kind }: Duplication ): string {
	switch ( kind ) {
		case 'working':
			return __( 'Duplicating…', 'multisafepay-payment-links' );
		case 'stock_gone':
			return __( 'Duplicate anyway', 'multisafepay-payment-links' );
		case 'failed':
			return __( 'Try again', 'multisafepay-payment-links' );
		default:
			return __( 'Duplicate order', 'multisafepay-payment-links' );
	}
}
