import { DropdownMenu } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';
import {
	isPayable,
	isRefreshable,
	displayStatus,
} from '../../shared/utils/status';
import type { DialogKind } from '../commands';

export type MenuCommands = {
	readonly open: ( kind: DialogKind | 'duplicate', link: Link ) => void;
	readonly refresh: ( link: Link ) => void;
};

type Props = {
	link: Link;
	now: Date;
	commands: MenuCommands;
};

/** Actions of a link in the table of all links: the copy button and a menu. */
export function LinkActionMenu( { link, now, commands }: Props ) {
	const { payment_url: url, order_id: orderId } = link;
	const status = displayStatus( link, now );
	const isOpen = url !== null && isPayable( status );
	const opens = ( title: string, kind: DialogKind | 'duplicate' ) => ( {
		title,
		onClick: () => commands.open( kind, link ),
	} );

	return (
		<>
			{ isOpen && (
				<CopyButton
					url={ url }
					orderId={ orderId }
					variant="secondary"
				/>
			) }
			<DropdownMenu
				icon={ null }
				text={ __( 'More', 'multisafepay-payment-links' ) }
				label={ sprintf(
					/* translators: %s: order ID of the link. */
					__( 'More for %s', 'multisafepay-payment-links' ),
					orderId
				) }
				toggleProps={ { variant: 'tertiary', showTooltip: false } }
				controls={ [
					...( isOpen
						? [
								opens(
									__(
										'QR code',
										'multisafepay-payment-links'
									),
									'qr'
								),
								opens(
									__( 'Send', 'multisafepay-payment-links' ),
									'send'
								),
						  ]
						: [] ),
					...( isRefreshable( status )
						? [
								{
									title: __(
										'Refresh',
										'multisafepay-payment-links'
									),
									onClick: () => commands.refresh( link ),
								},
						  ]
						: [] ),
					...( status === 'creating'
						? []
						: [
								opens(
									__(
										'Duplicate',
										'multisafepay-payment-links'
									),
									'duplicate'
								),
						  ] ),
					opens(
						__( 'History', 'multisafepay-payment-links' ),
						'history'
					),
					...( isPayable( status )
						? [
								opens(
									__(
										'Cancel link',
										'multisafepay-payment-links'
									),
									'cancel'
								),
						  ]
						: [] ),
				] }
			/>
		</>
	);
}
