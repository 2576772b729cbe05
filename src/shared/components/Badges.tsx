import { __ } from '@wordpress/i18n';

import { statusLabel, statusTone, type ShownStatus } from '../utils/status';

/** Says the status in words; the colour only repeats it. */
export function StatusBadge( { status }: { status: ShownStatus } ) {
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

/** Marks what moves no money. */
export function TestBadge() {
	return (
		<span className="msp-payment-links__badge is-test">
			{ __( 'TEST', 'multisafepay-payment-links' ) }
		</span>
	);
}
