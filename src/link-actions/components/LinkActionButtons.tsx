import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';
import {
	isPayable,
	isRefreshable,
	type DisplayStatus,
} from '../../shared/utils/status';
import type { DialogKind, LinkCommands } from '../commands';
import { DIALOGS } from '../dialogs/dialog-registry';
import { OpenLinkButton } from './OpenLinkButton';

type Props = {
	link: Link;
	status: DisplayStatus;
	isRefreshing: boolean;
	commands: LinkCommands;
};

type Action = {
	readonly text: string;
	/** Contains the order ID, because screen readers can list buttons without their rows. */
	readonly label: string;
	readonly isBusy?: boolean;
	readonly run: () => void;
};

/** Buttons of a link on the order screen. Only the actions that its status allows are shown. */
export function LinkActionButtons( {
	link,
	status,
	isRefreshing,
	commands,
}: Props ) {
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
					<OpenLinkButton url={ url } orderId={ orderId } />
				</>
			) }
			{ actionsOf( { link, status, isRefreshing, commands }, isOpen ).map(
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
	{ link, status, isRefreshing, commands }: Props,
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
			isBusy: isRefreshing,
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
			'cancel',
			__( 'Cancel link', 'multisafepay-payment-links' ),
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Cancel link %s', 'multisafepay-payment-links' ),
				orderId
			)
		);
	}

	return actions;
}
