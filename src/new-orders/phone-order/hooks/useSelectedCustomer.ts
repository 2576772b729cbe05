import { useState } from '@wordpress/element';

import type { LinkForm } from '../../../link-form/hooks/useLinkForm';
import {
	CUSTOMER_PARTS,
	type CustomerField,
	type LinkFormValues,
} from '../../../link-form/model/fields';
import type { CustomerResult } from '../schemas';

type CustomerValues = Partial< Record< CustomerField, string > >;

type PreviousInput = {
	readonly customer: CustomerResult;
	/** Values of the form before a customer was selected. */
	readonly values: CustomerValues;
};

export type SelectedCustomer = {
	/** Null if the customer was entered by hand. */
	readonly customer: CustomerResult | null;
	readonly select: ( customer: CustomerResult ) => void;
	/** Restores the values from before the selection. */
	readonly undo: () => void;
};

/** Fills in the form with the values of a selected customer. */
export function useSelectedCustomer( {
	values,
	change,
}: LinkForm ): SelectedCustomer {
	const [ previous, setPrevious ] = useState< PreviousInput | null >( null );

	return {
		customer: previous?.customer ?? null,
		select: ( customer ) => {
			setPrevious( {
				customer,
				// The entered values, not those of the previously selected customer.
				values: previous?.values ?? customerValues( values ),
			} );
			change( customerFormValues( customer.customer, values ) );
		},
		undo: () => {
			if ( previous !== null ) {
				change( previous.values );
				setPrevious( null );
			}
		},
	};
}

function customerValues( values: LinkFormValues ): CustomerValues {
	return Object.fromEntries(
		CUSTOMER_PARTS.map( ( part ) => [
			`customer.${ part }`,
			values[ `customer.${ part }` ],
		] )
	);
}

function customerFormValues(
	customer: CustomerResult[ 'customer' ],
	values: LinkFormValues
): CustomerValues {
	return Object.fromEntries(
		CUSTOMER_PARTS.map( ( part ) => {
			// The payment page needs a language, and many accounts have no country.
			const fallback =
				part === 'country' || part === 'locale'
					? values[ `customer.${ part }` ]
					: '';
			const value = customer[ part ] ?? '';
			return [ `customer.${ part }`, value === '' ? fallback : value ];
		} )
	);
}
