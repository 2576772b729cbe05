import { Notice } from '@wordpress/components';

import type { Link } from '../../shared/api/schemas';
import { ALERT_ACTIONS, performAction } from '../actions';
import type { LinkCommands } from '../commands';
import { ActionButton } from './ActionButton';

type Props = {
	link: Link;
	now: Date;
	commands: LinkCommands;
};

/** Explains the alert of a link and what to do about it, and resolves it. */
export function AlertNotice( { link, now, commands }: Props ) {
	return link.alert === null ? null : (
		<Notice
			className="msp-payment-links__notice"
			status="error"
			isDismissible={ false }
			spokenMessage=""
		>
			<p>{ link.alert.message }</p>
			<div className="msp-payment-links__actions">
				{ ALERT_ACTIONS.filter( ( { isEligible } ) =>
					isEligible( link, now )
				).map( ( action ) => (
					<ActionButton
						key={ action.id }
						action={ action }
						link={ link }
						variant={
							action.id === 'accept' ? 'primary' : 'secondary'
						}
						onClick={ () =>
							performAction( action, link, commands )
						}
					/>
				) ) }
			</div>
		</Notice>
	);
}
