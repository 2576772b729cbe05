import { __ } from '@wordpress/i18n';

import { statusLabel, statusTone, type DisplayStatus } from '../utils/status';

/** The text names the status; the color only supports it. */
export function StatusBadge( { status }: { status: DisplayStatus } ) {
	return (
		<span
			className={ `msp-payment-links__badge is-${ statusTone(
				status
			) }` }
		>
			{ statusLabel( status ) }
		</span>
	);
}

/** Marks links of a test environment. */
export function TestBadge() {
	return (
		<span className="msp-payment-links__badge is-test">
			{ __( 'TEST', 'multisafepay-payment-links' ) }
		</span>
	);
}
