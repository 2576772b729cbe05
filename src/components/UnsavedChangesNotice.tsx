import { Button, Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

type Props = {
	onContinue: () => void;
	onCancel: () => void;
};

/** Asks first, since a link for yesterday's amount is worse than none. */
export function UnsavedChangesNotice( { onContinue, onCancel }: Props ) {
	const text = useRef< HTMLParagraphElement >( null );

	useEffect( () => text.current?.focus(), [] );

	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
			spokenMessage=""
		>
			<p ref={ text } tabIndex={ -1 }>
				{ __(
					'You have unsaved changes. Save the order first; the link uses the saved amount.',
					'multisafepay-payment-links'
				) }
			</p>
			<div className="msp-payment-links__actions">
				<Button variant="secondary" onClick={ onContinue }>
					{ __( 'Continue anyway', 'multisafepay-payment-links' ) }
				</Button>
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</Notice>
	);
}
