import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { Draft } from '../../shared/api/schemas';
import type { LinkForm } from '../hooks/useLinkForm';
import {
	usePaymentMethods,
	type LoadMethods,
	type PaymentMethods,
} from '../hooks/usePaymentMethods';
import { amountOf } from '../model/amount';
import { AddressFields } from './AddressFields';
import { DeliveryFields } from './DeliveryFields';
import { TextareaField, TextField } from './FormFields';
import { ItemsField } from './ItemsField';
import { PaymentMethodField } from './PaymentMethodField';

type Props = {
	form: LinkForm;
	draft: Draft;
	loadMethods: LoadMethods;
	/** Whether the link can have items. */
	hasItems?: boolean;
	/** Heading level outside the order screen. */
	level?: number;
	/** Called when the fields are mounted. */
	onShown: () => void;
};

/** Fields that few links need. They are loaded on demand. */
export default function AdvancedFields( {
	form,
	draft,
	loadMethods,
	hasItems = true,
	level,
	onShown,
}: Props ) {
	const { values } = form;
	const { currency } = draft.values;
	const parsed = amountOf( values, draft );
	const amount = parsed.ok && parsed.amount > 0 ? parsed.amount : null;
	const isConfigured = draft.options.sites.some(
		( { id, configured } ) => id === values.site && configured
	);
	const { methods, tryAgain } = usePaymentMethods( {
		load: loadMethods,
		site: isConfigured ? values.site : null,
		amount,
	} );

	// eslint-disable-next-line react-hooks/exhaustive-deps -- Only on mount.
	useEffect( onShown, [] );

	return (
		<>
			<h4 aria-level={ level }>
				{ __( 'Address', 'multisafepay-payment-links' ) }
			</h4>
			<AddressFields form={ form } />
			<h4 aria-level={ level }>
				{ __( 'Delivery', 'multisafepay-payment-links' ) }
			</h4>
			<DeliveryFields form={ form } draft={ draft } />
			<h4 aria-level={ level }>
				{ __( 'Payment page', 'multisafepay-payment-links' ) }
			</h4>
			<PaymentMethodField
				form={ form }
				methods={ methods }
				tryAgain={ tryAgain }
			/>
			{ hasItems && (
				<ItemsField
					form={ form }
					currency={ currency }
					cart={ cartFor( amount, draft, methods ) }
				/>
			) }
			<div className="msp-payment-links__fields">
				<TextField
					form={ form }
					name="redirect_url"
					label={ __(
						'Page after paying',
						'multisafepay-payment-links'
					) }
					hint={ __(
						'Leave it empty for the shop’s own thank-you page.',
						'multisafepay-payment-links'
					) }
					inputMode="url"
					dir="ltr"
				/>
				<TextField
					form={ form }
					name="cancel_url"
					label={ __(
						'Page after giving up',
						'multisafepay-payment-links'
					) }
					hint={ __(
						'Leave it empty for the shop’s own page.',
						'multisafepay-payment-links'
					) }
					inputMode="url"
					dir="ltr"
				/>
			</div>
			<h4 aria-level={ level }>
				{ __( 'For staff', 'multisafepay-payment-links' ) }
			</h4>
			<div className="msp-payment-links__fields">
				<TextareaField
					form={ form }
					name="note"
					label={ __(
						'Internal note',
						'multisafepay-payment-links'
					) }
					hint={ __(
						'Only staff see this.',
						'multisafepay-payment-links'
					) }
				/>
			</div>
		</>
	);
}

/** The cart of the draft is only valid for the amount of the draft. */
function cartFor(
	amount: number | null,
	draft: Draft,
	methods: PaymentMethods
): Draft[ 'options' ][ 'cart' ] | undefined {
	if ( amount === draft.values.amount ) {
		return draft.options.cart;
	}
	if ( methods.kind === 'loaded' ) {
		return methods.options.cart;
	}

	return methods.kind === 'loading' ? undefined : null;
}
