import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { speak } from '@wordpress/a11y';

import type { LinkForm } from '../hooks/useLinkForm';
import type { PaymentMethods } from '../hooks/usePaymentMethods';
import { withCurrent } from '../utils/select-options';
import { SelectField } from './FormFields';

type Props = {
	form: LinkForm;
	methods: PaymentMethods;
	tryAgain: () => void;
};

/** One payment method, or the customer chooses. */
export function PaymentMethodField( { form, methods, tryAgain }: Props ) {
	const { change } = form;
	const chosen = form.values.gateway;
	const [ dropped, setDropped ] = useState< string | null >( null );
	const offered = methods.kind === 'loaded' ? methods.options.gateways : null;
	const isGone =
		chosen !== '' &&
		offered !== null &&
		! offered.some( ( { id } ) => id === chosen );

	useEffect( () => {
		if ( isGone ) {
			setDropped( chosen );
			change( { gateway: '' } );
			speak( droppedWords( chosen ), 'assertive' );
		}
		// eslint-disable-next-line react-hooks/exhaustive-deps -- The form makes `change` anew at each render.
	}, [ isGone, chosen ] );

	return (
		<div className="msp-payment-links__fields">
			<SelectField
				form={ form }
				name="gateway"
				label={ __( 'Payment method', 'multisafepay-payment-links' ) }
				hint={ hintFor( methods, chosen === '' ? dropped : null ) }
				options={ [
					{
						value: '',
						label: __(
							'Customer chooses',
							'multisafepay-payment-links'
						),
					},
					...withCurrent(
						( offered ?? [] ).map( ( { id, name } ) => ( {
							code: id,
							name,
						} ) ),
						chosen
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

function hintFor( methods: PaymentMethods, dropped: string | null ): string {
	switch ( methods.kind ) {
		case 'none':
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
			return dropped === null
				? __(
						'Those that the site offers for this currency and amount.',
						'multisafepay-payment-links'
				  )
				: droppedWords( dropped );
	}
}

function droppedWords( method: string ): string {
	return sprintf(
		/* translators: %s: a payment method, e.g. IDEAL. */
		__(
			'%s is not offered for this site and amount. Now the customer chooses.',
			'multisafepay-payment-links'
		),
		method
	);
}
