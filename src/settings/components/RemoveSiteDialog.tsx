import { Button, Modal } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

type RemoveSiteDialogProps = {
	label: string;
	onCancel: () => void;
	onConfirm: () => void;
};

export function RemoveSiteDialog( {
	label,
	onCancel,
	onConfirm,
}: RemoveSiteDialogProps ) {
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: label of a site. */
				__( 'Remove the site “%s”?', 'multisafepay-payment-links' ),
				label
			) }
			size="small"
			onRequestClose={ onCancel }
		>
			<p>
				{ __(
					'Links made with this site can still be paid, but the shop can no longer ask MultiSafepay about them. The site is removed when you save.',
					'multisafepay-payment-links'
				) }
			</p>
			<div className="msp-payment-links-settings__dialog-actions">
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Keep site', 'multisafepay-payment-links' ) }
				</Button>
				<Button variant="primary" isDestructive onClick={ onConfirm }>
					{ __( 'Remove site', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</Modal>
	);
}
