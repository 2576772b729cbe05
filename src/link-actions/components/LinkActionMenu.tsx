import { DropdownMenu } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';
import { eligibleActions, performAction, type LinkAction } from '../actions';
import type { LinkCommands } from '../commands';

type Props = {
	link: Link;
	now: Date;
	commands: LinkCommands;
};

/** Actions of a link in the table of all links: the copy button and a menu. */
export function LinkActionMenu( { link, now, commands }: Props ) {
	const { order_id: orderId } = link;
	const actions = eligibleActions( link, now );

	return (
		<>
			{ actions.map(
				( action ) =>
					'copies' in action && (
						<CopyButton
							key={ action.id }
							url={ action.copies( link ) }
							orderId={ orderId }
							variant="secondary"
						/>
					)
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
				controls={ actions
					.filter( ( action ) => ! ( 'copies' in action ) )
					.map( ( action ) => ( {
						title: action.label(),
						onClick: () => perform( action, link, commands ),
					} ) ) }
			/>
		</>
	);
}

function perform(
	action: LinkAction,
	link: Link,
	commands: LinkCommands
): void {
	if ( 'href' in action ) {
		window.open( action.href( link ), '_blank', 'noopener,noreferrer' );
	} else if ( 'dialog' in action || 'callback' in action ) {
		performAction( action, link, commands );
	}
}
