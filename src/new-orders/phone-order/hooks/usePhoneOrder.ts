import { useCallback, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { CreateBody, Link } from '../api/schemas';
import type { LoadMethods } from '../hooks/usePaymentMethods';
import { useLinkForm, type LinkForm } from '../hooks/useLinkForm';
import { FIELD_NAMES } from '../link-form/fields';
import { createIdempotencyKey } from '../utils/idempotency-key';
import type { PhoneOrderClient } from './client';
import type { PhoneDraft } from './schemas';
import { useChosenCustomer, type ChosenCustomer } from './useChosenCustomer';

export type PhoneOrder = {
	readonly form: LinkForm;
	/** The draft in the currency that is chosen. */
	readonly draft: PhoneDraft;
	readonly chosen: ChosenCustomer;
	readonly taxClass: string;
	readonly setCurrency: ( currency: string ) => void;
	readonly setTaxClass: ( taxClass: string ) => void;
	readonly loadMethods: LoadMethods;
	/** Something was typed or chosen. */
	readonly isChanged: boolean;
};

/** The form of the order's panel, and what an order needs that is not there yet. */
export function usePhoneOrder( {
	draft: first,
	shopName,
	zone,
	client,
	onMade,
	onHalfMade,
}: {
	draft: PhoneDraft;
	shopName: string;
	/** The shop's time zone. */
	zone: string;
	client: PhoneOrderClient;
	onMade: ( link: Link, askedAmount: number ) => void;
	/** The order is there, its link is not. */
	onHalfMade: () => void;
} ): PhoneOrder {
	// The same until there is a link: pressing again makes no second order.
	const [ idempotencyKey ] = useState( createIdempotencyKey );
	const [ currency, setCurrency ] = useState( first.values.currency );
	const [ taxClass, setTaxClass ] = useState( first.values.tax_class );
	const draft = { ...first, values: { ...first.values, currency } };

	async function create( body: CreateBody ): Promise< void > {
		try {
			const link = await client.create( {
				...body,
				customer_id: chosen.customer?.id ?? 0,
				tax_class: taxClass,
			} );
			onMade( link, body.amount );
		} catch ( thrown ) {
			if ( toApiError( thrown ).orderCopy !== null ) {
				onHalfMade();
			}
			throw thrown;
		}
	}

	const form = useLinkForm( {
		draft,
		due: null,
		idempotencyKey,
		zone,
		initial: {
			amount: '',
			...( first.values.description === ''
				? { description: paymentTo( shopName ) }
				: {} ),
		},
		isForOrder: false,
		create,
	} );
	const chosen = useChosenCustomer( form );
	const atFirst = useRef( form.values ).current;
	const loadMethods: LoadMethods = useCallback(
		( site, amount, signal ) =>
			client.draft( { site, amount, currency, signal } ),
		[ client, currency ]
	);

	return {
		form,
		draft,
		chosen,
		taxClass,
		setCurrency,
		setTaxClass,
		loadMethods,
		isChanged:
			chosen.customer !== null ||
			FIELD_NAMES.some(
				( name ) => form.values[ name ] !== atFirst[ name ]
			),
	};
}

/** Something for the customer to read where the shop's own words need the number of an order. */
function paymentTo( shopName: string ): string {
	return sprintf(
		/* translators: %s: name of the shop. */
		__( 'Payment to %s', 'multisafepay-payment-links' ),
		shopName
	);
}
