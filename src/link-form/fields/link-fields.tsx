import { __, sprintf } from '@wordpress/i18n';

import type { Draft, SiteOption } from '../../shared/api/schemas';
import { TestBadge } from '../../shared/components/Badges';
import { byteLength } from '../../shared/utils/bytes';
import type { LinkForm } from '../hooks/useLinkForm';
import { MAX_DESCRIPTION_BYTES } from '../model/limits';
import { CheckboxField, SelectField, TextField } from './FormFields';
import { SecondChanceHint } from './SecondChanceHint';

type Props = { form: LinkForm };

export function SiteField( {
	form,
	sites,
}: Props & { sites: Draft[ 'options' ][ 'sites' ] } ) {
	const site = sites.find( ( { id } ) => id === form.values.site );

	return (
		<SelectField
			form={ form }
			name="site"
			label={
				<>
					{ __( 'Site', 'multisafepay-payment-links' ) }{ ' ' }
					{ site?.environment === 'test' && <TestBadge /> }
				</>
			}
			hint={
				site?.environment === 'test'
					? __(
							'A test link: no real money moves.',
							'multisafepay-payment-links'
					  )
					: undefined
			}
			options={ sites.map( toOption ) }
		/>
	);
}

export function AmountField( {
	form,
	currency,
	hint,
}: Props & { currency: string; hint?: string | undefined } ) {
	return (
		<TextField
			form={ form }
			name="amount"
			label={ sprintf(
				/* translators: %s: currency code of the order. */
				__( 'Amount (%s)', 'multisafepay-payment-links' ),
				currency
			) }
			hint={ hint }
			inputMode="decimal"
			dir="ltr"
		/>
	);
}

export function OrderIdField( { form }: Props ) {
	return (
		<TextField
			form={ form }
			name="order_id"
			label={ __( 'Order ID', 'multisafepay-payment-links' ) }
			hint={ __(
				'The number of this link at MultiSafepay, for one use only. If it is taken, the next one is chosen, unless you type one.',
				'multisafepay-payment-links'
			) }
			dir="ltr"
		/>
	);
}

export function DescriptionField( { form }: Props ) {
	return (
		<TextField
			form={ form }
			name="description"
			label={ __( 'Description', 'multisafepay-payment-links' ) }
			hint={ sprintf(
				/* translators: 1: length in bytes. 2: maximum length. */
				__(
					'The customer sees this. Length: %1$d of %2$d.',
					'multisafepay-payment-links'
				),
				byteLength( form.values.description.trim() ),
				MAX_DESCRIPTION_BYTES
			) }
		/>
	);
}

export function SecondChanceField( { form }: Props ) {
	return (
		<CheckboxField
			form={ form }
			name="second_chance"
			label={ __( 'Second Chance', 'multisafepay-payment-links' ) }
			hint={ <SecondChanceHint form={ form } /> }
		/>
	);
}

function toOption( { id, label, environment, configured }: SiteOption ) {
	if ( ! configured ) {
		return {
			value: id,
			disabled: true,
			label: sprintf(
				/* translators: %s: name of a site. */
				__( '%s (no API key)', 'multisafepay-payment-links' ),
				label
			),
		};
	}

	return {
		value: id,
		label:
			environment === 'test'
				? sprintf(
						/* translators: %s: name of a site. */
						__( '%s (TEST)', 'multisafepay-payment-links' ),
						label
				  )
				: label,
	};
}
