import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { speak } from '@wordpress/a11y';

import type { LinkForm } from '../hooks/useLinkForm';
import type { PaymentMethods } from '../hooks/usePaymentMethods';
import { SelectField } from './FormFields';
import { withCurrentOption } from './select-options';

type Props = {
	form: LinkForm;
	methods: PaymentMethods;
	tryAgain: () => void;
};

export function PaymentMethodField( { form, methods, tryAgain }: Props ) {
	const { change } = form;
	const selected = form.values.gateway;
	const [ deselected, setDeselected ] = useState< string | null >( null );
	const available =
		methods.kind === 'loaded' ? methods.options.gateways : null;
	const isUnavailable =
		selected !== '' &&
		available !== null &&
		! available.some( ( { id } ) => id === selected );

	useEffect( () => {
		if ( isUnavailable ) {
			setDeselected( selected );
			change( { gateway: '' } );
			speak( deselectedMessage( selected ), 'assertive' );
		}
		// eslint-disable-next-line react-hooks/exhaustive-deps -- The form creates a new `change` in each render.
	}, [ isUnavailable, selected ] );

	return (
		<div className="msp-payment-links__fields">
			<SelectField
				form={ form }
				name="gateway"
				label={ __( 'Payment method', 'multisafepay-payment-links' ) }
				hint={ hintFor( methods, selected === '' ? deselected : null ) }
				options={ [
					{
						value: '',
						label: __(
							'Customer chooses',
							'multisafepay-payment-links'
						),
					},
					...withCurrentOption(
						( available ?? [] ).map( ( { id, name } ) => ( {
							code: id,
							name,
						} ) ),
						selected
					).filter( ( { value } ) => value !== '' ),
				] }
			/>
			{ methods.kind === 'failed' && (
				<Button variant="secondary" onClick={ tryAgain }>
					{ __(
						'Ask for payment methods again',
						'multisafepay-payment-links'
					) }
				</Button>
			) }
		</div>
	);
}

function hintFor( methods: PaymentMethods, deselected: string | null ): string {
	switch ( methods.kind ) {
		case 'idle':
			return __(
				'Choose a site and enter an amount to see the payment methods.',
				'multisafepay-payment-links'
			);
		case 'loading':
			return __(
				'Asking MultiSafepay for the payment methods…',
				'multisafepay-payment-links'
			);
		case 'failed':
			return methods.message;
		case 'loaded':
			return deselected === null
				? __(
						'Those that the site offers for this currency and amount.',
						'multisafepay-payment-links'
				  )
				: deselectedMessage( deselected );
	}
}

function deselectedMessage( method: string ): string {
	return sprintf(
		/* translators: %s: a payment method, e.g. IDEAL. */
		__(
			'%s is not offered for this site and amount. Now the customer chooses.',
			'multisafepay-payment-links'
		),
		method
	);
}
