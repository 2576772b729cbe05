import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { QuestionNotice } from '../../../shared/components/QuestionNotice';

type Props = {
	/** Whether the order may have been created although no response arrived. */
	isOutcomeUnknown: boolean;
	onLeave: () => void;
	onStay: () => void;
};

/** Asks before unsaved input is discarded. */
export function LeaveConfirmation( {
	isOutcomeUnknown,
	onLeave,
	onStay,
}: Props ) {
	return (
		<QuestionNotice
			question={
				isOutcomeUnknown
					? __(
							'Nobody knows yet whether the order was made. Press the button again to find out: you get one order, not two. Close all the same?',
							'multisafepay-payment-links'
					  )
					: __(
							'No link was made yet, and what you typed will be lost. Close all the same?',
							'multisafepay-payment-links'
					  )
			}
		>
			<div className="msp-payment-links__actions">
				<Button variant="secondary" onClick={ onStay }>
					{ __( 'Go on typing', 'multisafepay-payment-links' ) }
				</Button>
				<Button variant="tertiary" onClick={ onLeave }>
					{ __(
						'Close without a link',
						'multisafepay-payment-links'
					) }
				</Button>
			</div>
		</QuestionNotice>
	);
}
