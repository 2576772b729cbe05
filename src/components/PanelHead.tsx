import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinks } from '../hooks/usePaymentLinks';
import { CreatedNotice } from './CreatedNotice';
import { ErrorNotice } from './ErrorNotice';
import { LinkForm } from './LinkForm';
import { UnsavedChangesNotice } from './UnsavedChangesNotice';

type Props = {
	config: PanelConfig;
	paymentLinks: PaymentLinks;
	onGenerate: () => void;
	onContinueAnyway: () => void;
};

/** The part of the panel that makes a link: the button, then the form, then the link. */
export function PanelHead( {
	config,
	paymentLinks,
	onGenerate,
	onContinueAnyway,
}: Props ) {
	const { state, close, create } = paymentLinks;
	const { mode } = state;
	const button = useRef< HTMLButtonElement >( null );
	const previous = useRef( mode.kind );

	// What had the focus is gone with the form: without this a keyboard would start again at the top of the page.
	useEffect( () => {
		if ( mode.kind === 'idle' && previous.current !== 'idle' ) {
			button.current?.focus();
		}
		previous.current = mode.kind;
	}, [ mode.kind ] );

	switch ( mode.kind ) {
		case 'unsaved_changes':
			return (
				<UnsavedChangesNotice
					onContinue={ onContinueAnyway }
					onCancel={ close }
				/>
			);
		case 'form':
			return (
				<LinkForm
					key={ mode.idempotencyKey }
					draft={ mode.draft }
					idempotencyKey={ mode.idempotencyKey }
					settingsUrl={ config.settings_url }
					canManageSettings={ config.can_manage_settings }
					create={ create }
					onCancel={ close }
				/>
			);
		case 'idle':
		case 'loading_draft':
		case 'draft_failed':
		case 'created': {
			const isLoading = mode.kind === 'loading_draft';

			return (
				<>
					{ mode.kind === 'draft_failed' && (
						<ErrorNotice message={ mode.message } />
					) }
					{ mode.kind === 'created' && (
						<CreatedNotice
							key={ mode.link.id }
							link={ mode.link }
							askedAmount={ mode.askedAmount }
							onDone={ close }
						/>
					) }
					<Button
						ref={ button }
						variant={
							mode.kind === 'created' ? 'secondary' : 'primary'
						}
						isBusy={ isLoading }
						disabled={ isLoading }
						accessibleWhenDisabled
						onClick={ onGenerate }
					>
						{ __(
							'Generate payment link',
							'multisafepay-payment-links'
						) }
					</Button>
				</>
			);
		}
	}
}
