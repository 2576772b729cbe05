import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

import type { LinkForm } from '../hooks/useLinkForm';
import { FormError } from './FormError';

type Props = {
	form: LinkForm;
	/** Label of the submit button. */
	text: string;
	settingsUrl: string;
	canManageSettings: boolean;
	/** Parameters of the REST API whose messages are shown elsewhere in the form. */
	handledParams?: readonly string[];
	onCancel: () => void;
	/** Content below the error. */
	children?: ReactNode;
};

/** Error and buttons of a form. They stay visible while the form scrolls. */
export function FormActions( {
	form,
	text,
	settingsUrl,
	canManageSettings,
	handledParams = [],
	onCancel,
	children,
}: Props ) {
	const { submission } = form;
	const isSubmitting = submission.kind === 'submitting';

	return (
		<div className="msp-payment-links__actions is-sticky">
			{ submission.kind === 'failed' && (
				<FormError
					error={ submission.error }
					settingsUrl={ settingsUrl }
					canManageSettings={ canManageSettings }
					handledParams={ handledParams }
				/>
			) }
			{ children }
			<Button
				variant="primary"
				isBusy={ isSubmitting }
				disabled={ isSubmitting }
				accessibleWhenDisabled
				onClick={ () => void form.submit() }
			>
				{ isSubmitting
					? __( 'Generating…', 'multisafepay-payment-links' )
					: text }
			</Button>
			<Button
				variant="tertiary"
				disabled={ isSubmitting }
				accessibleWhenDisabled
				onClick={ onCancel }
			>
				{ __( 'Cancel', 'multisafepay-payment-links' ) }
			</Button>
		</div>
	);
}
