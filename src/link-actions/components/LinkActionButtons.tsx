import type { Link } from '../../shared/api/schemas';
import { CopyButton } from '../../shared/components/CopyButton';
import {
	ALERT_ACTIONS,
	eligibleActions,
	performAction,
	type LinkAction,
} from '../actions';
import type { LinkCommands } from '../commands';
import { ActionButton } from './ActionButton';
import { OpenLinkButton } from './OpenLinkButton';

type Props = {
	link: Link;
	now: Date;
	/** ID of the action whose request is running. */
	busyAction: string | null;
	commands: LinkCommands;
};

/** Notices in the row have the buttons of these actions. */
const IN_NOTICES: readonly string[] = [
	'renew',
	...ALERT_ACTIONS.map( ( { id } ) => id ),
];

/** Buttons of a link on the order screen. */
export function LinkActionButtons( props: Props ) {
	return (
		<div className="msp-payment-links__actions">
			{ eligibleActions( props.link, props.now )
				.filter( ( { id } ) => ! IN_NOTICES.includes( id ) )
				.map( ( action ) => (
					<RowButton
						key={ action.id }
						action={ action }
						{ ...props }
					/>
				) ) }
		</div>
	);
}

function RowButton( {
	action,
	link,
	busyAction,
	commands,
}: Props & { action: LinkAction } ) {
	if ( 'copies' in action ) {
		return (
			<CopyButton
				url={ action.copies( link ) }
				orderId={ link.order_id }
				variant="secondary"
			/>
		);
	}
	if ( 'href' in action ) {
		return (
			<OpenLinkButton
				url={ action.href( link ) }
				orderId={ link.order_id }
			/>
		);
	}

	return 'dialog' in action || 'callback' in action ? (
		<ActionButton
			action={ action }
			link={ link }
			variant="tertiary"
			isBusy={ action.id === busyAction }
			onClick={ () => performAction( action, link, commands ) }
		/>
	) : null;
}
