import { Button } from '@wordpress/components';

import type { Link } from '../../shared/api/schemas';
import type { LabelledAction } from '../actions';

type Props = {
	action: LabelledAction;
	link: Link;
	variant: 'secondary' | 'tertiary';
	isBusy?: boolean;
	onClick: () => void;
};

export function ActionButton( {
	action,
	link,
	variant,
	isBusy = false,
	onClick,
}: Props ) {
	return (
		<Button
			variant={ variant }
			isBusy={ isBusy }
			disabled={ isBusy }
			accessibleWhenDisabled
			aria-label={ action.labelWithOrderId( link.order_id ) }
			onClick={ onClick }
		>
			{ action.label() }
		</Button>
	);
}
