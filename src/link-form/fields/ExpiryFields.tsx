import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkForm } from '../hooks/useLinkForm';
import { EXPIRY_UNITS, type ExpiryUnit } from '../model/expiry';
import { TextField } from './FormFields';

type Props = {
	form: LinkForm;
	zone: string;
	isAdvanced: boolean;
};

/** Expiry in days; in advanced mode also in hours or as a date. */
export function ExpiryFields( { form, zone, isAdvanced }: Props ) {
	const { expiry } = form.values;

	return (
		<>
			{ ( isAdvanced || expiry !== 'days' ) && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className="msp-payment-links__field is-expiry"
					label={ __( 'Expires', 'multisafepay-payment-links' ) }
					value={ expiry }
					options={ EXPIRY_UNITS.map( ( unit ) => ( {
						value: unit,
						label: expiryLabel( unit ),
					} ) ) }
					onChange={ ( unit ) => form.change( { expiry: unit } ) }
				/>
			) }
			{ expiry === 'days' && (
				<TextField
					form={ form }
					name="days_active"
					label={ __(
						'Expires after (days)',
						'multisafepay-payment-links'
					) }
					inputMode="numeric"
					dir="ltr"
				/>
			) }
			{ expiry === 'hours' && (
				<TextField
					form={ form }
					name="hours_active"
					label={ __(
						'Expires after (hours)',
						'multisafepay-payment-links'
					) }
					inputMode="numeric"
					dir="ltr"
				/>
			) }
			{ expiry === 'date' && (
				<TextField
					form={ form }
					name="expires_at"
					label={ __(
						'Expires at (date and time)',
						'multisafepay-payment-links'
					) }
					hint={ sprintf(
						/* translators: %s: time zone of the shop, e.g. Europe/Amsterdam. */
						__( 'Shop time: %s', 'multisafepay-payment-links' ),
						zone
					) }
					type="datetime-local"
				/>
			) }
		</>
	);
}

function expiryLabel( unit: ExpiryUnit ): string {
	switch ( unit ) {
		case 'days':
			return __( 'After some days', 'multisafepay-payment-links' );
		case 'hours':
			return __( 'After some hours', 'multisafepay-payment-links' );
		case 'date':
			return __( 'At a date and time', 'multisafepay-payment-links' );
	}
}
