import { useCallback, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import {
	useLinkForm,
	type LinkForm,
} from '../../../link-form/hooks/useLinkForm';
import type { LoadMethods } from '../../../link-form/hooks/usePaymentMethods';
import { FIELD_NAMES } from '../../../link-form/model/fields';
import { toApiError } from '../../../shared/api/errors';
import type { CreateBody, Link } from '../../../shared/api/schemas';
import { createIdempotencyKey } from '../../../shared/utils/idempotency-key';
import type { PhoneOrderClient } from '../client';
import type { PhoneDraft } from '../schemas';
import {
	useSelectedCustomer,
	type SelectedCustomer,
} from './useSelectedCustomer';

export type PhoneOrder = {
	readonly form: LinkForm;
	/** The draft with the selected currency. */
	readonly draft: PhoneDraft;
	readonly selected: SelectedCustomer;
	readonly taxClass: string;
	readonly setCurrency: ( currency: string ) => void;
	readonly setTaxClass: ( taxClass: string ) => void;
	readonly loadMethods: LoadMethods;
	/** Whether the form has input that would be lost. */
	readonly isChanged: boolean;
};

/** State of the form for phone orders: the link form and the fields of the new order. */
export function usePhoneOrder( {
	draft: initialDraft,
	shopName,
	zone,
	client,
	onCreated,
	onOrderWithoutLink,
}: {
	draft: PhoneDraft;
	shopName: string;
	zone: string;
	client: PhoneOrderClient;
	onCreated: ( link: Link, requestedAmount: number ) => void;
	/** Called when the order was created, but its link was not. */
	onOrderWithoutLink: () => void;
} ): PhoneOrder {
	// The same key until the link is created, so that a repeated request does not create a second order.
	const [ idempotencyKey ] = useState( createIdempotencyKey );
	const [ currency, setCurrency ] = useState( initialDraft.values.currency );
	const [ taxClass, setTaxClass ] = useState( initialDraft.values.tax_class );
	const draft = {
		...initialDraft,
		values: { ...initialDraft.values, currency },
	};

	async function create( body: CreateBody ): Promise< void > {
		try {
			const link = await client.create( {
				...body,
				customer_id: selected.customer?.id ?? 0,
				tax_class: taxClass,
			} );
			onCreated( link, body.amount );
		} catch ( thrown ) {
			if ( toApiError( thrown ).createdOrder !== null ) {
				onOrderWithoutLink();
			}
			throw thrown;
		}
	}

	const form = useLinkForm( {
		draft,
		idempotencyKey,
		zone,
		initial: {
			amount: '',
			...( initialDraft.values.description === ''
				? { description: defaultDescription( shopName ) }
				: {} ),
		},
		create,
	} );
	const selected = useSelectedCustomer( form );
	const initialValues = useRef( form.values ).current;
	const loadMethods: LoadMethods = useCallback(
		( site, amount, signal ) =>
			client.draft( { site, amount, currency, signal } ),
		[ client, currency ]
	);

	return {
		form,
		draft,
		selected,
		taxClass,
		setCurrency,
		setTaxClass,
		loadMethods,
		isChanged:
			selected.customer !== null ||
			FIELD_NAMES.some(
				( name ) => form.values[ name ] !== initialValues[ name ]
			),
	};
}

/** Default description. The template of the shop contains the order number, which does not exist yet. */
function defaultDescription( shopName: string ): string {
	return sprintf(
		/* translators: %s: name of the shop. */
		__( 'Payment to %s', 'multisafepay-payment-links' ),
		shopName
	);
}
