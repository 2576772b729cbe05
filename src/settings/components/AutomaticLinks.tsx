import { CheckboxControl, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { SettingsForm } from '../form';

type Props = {
	form: SettingsForm;
	onChange: ( change: Partial< Omit< SettingsForm, 'sites' > > ) => void;
};

const CONCURRENCIES = [ 1, 4, 8, 16, 32 ];

/** Settings for automatic links and bulk actions. */
export function AutomaticLinks( { form, onChange }: Props ) {
	const concurrencies = new Set( [
		...CONCURRENCIES,
		form.bulk_concurrency,
	] );

	return (
		<>
			<h3>
				{ __(
					'Automatic links and bulk actions',
					'multisafepay-payment-links'
				) }
			</h3>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Create a link when staff make a pending order',
					'multisafepay-payment-links'
				) }
				help={ __(
					'In the background, once for each order. When it fails, a note on the order says why.',
					'multisafepay-payment-links'
				) }
				checked={ form.auto_create }
				onChange={ ( checked ) => onChange( { auto_create: checked } ) }
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Also for orders made over the WooCommerce REST API',
					'multisafepay-payment-links'
				) }
				checked={ form.auto_create_rest }
				onChange={ ( checked ) =>
					onChange( { auto_create_rest: checked } )
				}
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Send automatic links to the customer by e-mail',
					'multisafepay-payment-links'
				) }
				checked={ form.auto_send }
				onChange={ ( checked ) => onChange( { auto_send: checked } ) }
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Show the open link in WooCommerce’s “Order details” e-mail',
					'multisafepay-payment-links'
				) }
				help={ __(
					'Only while the order is unpaid and the link asks what it owes.',
					'multisafepay-payment-links'
				) }
				checked={ form.link_in_order_email }
				onChange={ ( checked ) =>
					onChange( { link_in_order_email: checked } )
				}
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __(
					'Calls to MultiSafepay at once in bulk actions',
					'multisafepay-payment-links'
				) }
				help={ __(
					'More is faster; fewer is gentler to a small server.',
					'multisafepay-payment-links'
				) }
				value={ String( form.bulk_concurrency ) }
				options={ [ ...concurrencies ]
					.sort( ( a, b ) => a - b )
					.map( ( count ) => ( {
						label: String( count ),
						value: String( count ),
					} ) ) }
				onChange={ ( count ) =>
					onChange( { bulk_concurrency: Number( count ) } )
				}
			/>
		</>
	);
}
