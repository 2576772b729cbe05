import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { SettingsForm } from '../form';

type OrdersAndDataSettingsProps = {
	form: SettingsForm;
	onChange: ( change: Partial< Omit< SettingsForm, 'sites' > > ) => void;
};

/** Settings for orders with open links and for deleting data. */
export function OrdersAndDataSettings( {
	form,
	onChange,
}: OrdersAndDataSettingsProps ) {
	return (
		<>
			<h3>{ __( 'Orders and data', 'multisafepay-payment-links' ) }</h3>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Cancel open links automatically',
					'multisafepay-payment-links'
				) }
				help={ __(
					'When an order is paid another way, cancelled, refunded or deleted, nobody can pay its links any more.',
					'multisafepay-payment-links'
				) }
				checked={ form.auto_cancel }
				onChange={ ( checked ) => onChange( { auto_cancel: checked } ) }
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Keep unpaid orders while a link is open',
					'multisafepay-payment-links'
				) }
				help={ __(
					'WooCommerce cancels unpaid orders to free their stock (hold stock). With this, an order with an open link stays, and so does its stock.',
					'multisafepay-payment-links'
				) }
				checked={ form.keep_held_orders }
				onChange={ ( checked ) =>
					onChange( { keep_held_orders: checked } )
				}
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Delete all payment links with the plugin',
					'multisafepay-payment-links'
				) }
				help={ __(
					'When the plugin is deleted, its list of links and their history go too. Payments and orders stay.',
					'multisafepay-payment-links'
				) }
				checked={ form.delete_data }
				onChange={ ( checked ) => onChange( { delete_data: checked } ) }
			/>
		</>
	);
}
