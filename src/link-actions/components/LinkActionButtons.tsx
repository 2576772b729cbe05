import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import type { DialogKind, RowState } from '../hooks/payment-links-reducer';
import type { LinkCommands } from '../hooks/useLinkCommands';
import { isPayable, isRefreshable, type ShownStatus } from '../utils/status';
import { CopyButton } from './CopyButton';
import { DIALOGS } from './link-dialog-table';
import { OpenLink } from './OpenLink';

type Props = {
	link: Link;
	/** As it is now. */
	status: ShownStatus;
	row: RowState | undefined;
	commands: LinkCommands;
};

type Action = {
	readonly text: string;
	/** Names the link, too: a screen reader lists buttons without their rows. */
	readonly label: string;
	readonly isBusy?: boolean;
	readonly run: () => void;
};

/** The buttons of a row: what is wanted most first, and only what its link allows. */
export function LinkActions( { link, status, row, commands }: Props ) {
	const { payment_url: url, order_id: orderId } = link;
	const isOpen = url !== null && isPayable( status );

	return (
		<div className="msp-payment-links__actions">
			{ isOpen && (
				<>
					<CopyButton
						url={ url }
						orderId={ orderId }
						variant="secondary"
					/>
					<OpenLink url={ url } orderId={ orderId } />
				</>
			) }
			{ actionsOf( { link, status, row, commands }, isOpen ).map(
				( { text, label, isBusy = false, run } ) => (
					<Button
						key={ text }
						variant="tertiary"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
						aria-label={ label }
						onClick={ run }
					>
						{ text }
					</Button>
				)
			) }
		</div>
	);
}

function actionsOf(
	{ link, status, row, commands }: Props,
	isOpen: boolean
): Action[] {
	const { order_id: orderId } = link;
	const actions: Action[] = [];

	function addDialog( kind: DialogKind, text: string, label: string ): void {
		if ( DIALOGS[ kind ] !== undefined ) {
			actions.push( {
				text,
				label,
				run: () => commands.openDialog( kind, link ),
			} );
		}
	}

	if ( isOpen ) {
		addDialog(
			'qr',
			__( 'QR code', 'multisafepay-payment-links' ),
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'QR code of %s', 'multisafepay-payment-links' ),
				orderId
			)
		);
		addDialog(
			'waiting',
			__( 'Wait for payment', 'multisafepay-payment-links' ),
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Wait for payment of %s', 'multisafepay-payment-links' ),
				orderId
			)
		);
		addDialog(
			'send',
			__( 'Send', 'multisafepay-payment-links' ),
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Send %s', 'multisafepay-payment-links' ),
				orderId
			)
		);
	}
	if ( isRefreshable( status ) ) {
		actions.push( {
			text: __( 'Refresh', 'multisafepay-payment-links' ),
			label: sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Refresh %s', 'multisafepay-payment-links' ),
				orderId
			),
			isBusy: row?.kind === 'refreshing',
			run: () => void commands.refresh( link ),
		} );
	}
	if ( status !== 'creating' ) {
		actions.push( {
			text: __( 'Duplicate', 'multisafepay-payment-links' ),
			label: sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Duplicate %s', 'multisafepay-payment-links' ),
				orderId
			),
			run: () => void commands.duplicate( link ),
		} );
	}
	addDialog(
		'history',
		__( 'History', 'multisafepay-payment-links' ),
		sprintf(
			/* translators: %s: order ID of the link. */
			__( 'History of %s', 'multisafepay-payment-links' ),
			orderId
		)
	);
	if ( isPayable( status ) ) {
		addDialog(
			'retire',
			__( 'Retire', 'multisafepay-payment-links' ),
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Retire %s', 'multisafepay-payment-links' ),
				orderId
			)
		);
	}

	return actions;
}
