import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

import type { LinkForm } from '../hooks/useLinkForm';
import { FormError } from './FormError';

type Props = {
	form: LinkForm;
	/** What the button does. */
	text: string;
	settingsUrl: string;
	canManageSettings: boolean;
	/** Names on the wire that the form shows messages for beside those of links. */
	shown?: readonly string[];
	onCancel: () => void;
	/** More about an error. */
	children?: ReactNode;
};

/** The end of a form, always in view: what went wrong, and the buttons. */
export function FormActions( {
	form,
	text,
	settingsUrl,
	canManageSettings,
	shown = [],
	onCancel,
	children,
}: Props ) {
	const { submission } = form;
	const isSending = submission.kind === 'sending';

	return (
		<div className="msp-payment-links__actions is-sticky">
			{ submission.kind === 'refused' && (
				<FormError
					error={ submission.error }
					settingsUrl={ settingsUrl }
					canManageSettings={ canManageSettings }
					shown={ shown }
				/>
			) }
			{ children }
			<Button
				variant="primary"
				isBusy={ isSending }
				disabled={ isSending }
				accessibleWhenDisabled
				onClick={ () => void form.submit() }
			>
				{ isSending
					? __( 'Generating…', 'multisafepay-payment-links' )
					: text }
			</Button>
			<Button
				variant="tertiary"
				disabled={ isSending }
				accessibleWhenDisabled
				onClick={ onCancel }
			>
				{ __( 'Cancel', 'multisafepay-payment-links' ) }
			</Button>
		</div>
	);
}
