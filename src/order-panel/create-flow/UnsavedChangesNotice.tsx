import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { QuestionNotice } from '../../shared/components/QuestionNotice';

type Props = {
	onContinue: () => void;
	onCancel: () => void;
};

/** Asks before the form is opened, because the link uses the saved amount. */
export function UnsavedChangesNotice( { onContinue, onCancel }: Props ) {
	return (
		<QuestionNotice
			question={ __(
				'You have unsaved changes. Save the order first; the link uses the saved amount.',
				'multisafepay-payment-links'
			) }
		>
			<div className="msp-payment-links__actions">
				<Button variant="secondary" onClick={ onContinue }>
					{ __( 'Continue anyway', 'multisafepay-payment-links' ) }
				</Button>
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</QuestionNotice>
	);
}
