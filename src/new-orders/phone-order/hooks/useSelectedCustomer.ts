import { useState } from '@wordpress/element';

import type { LinkForm } from '../hooks/useLinkForm';
import {
	CUSTOMER_PARTS,
	type CustomerField,
	type LinkFormValues,
} from '../link-form/fields';
import type { FoundCustomer } from './schemas';

type CustomerValues = Partial< Record< CustomerField, string > >;

type Before = {
	readonly customer: FoundCustomer;
	/** What stood in the form. */
	readonly values: CustomerValues;
};

export type ChosenCustomer = {
	/** Null when the customer was typed in. */
	readonly customer: FoundCustomer | null;
	readonly choose: ( customer: FoundCustomer ) => void;
	/** Puts back what was typed before. */
	readonly undo: () => void;
};

/** The customer that was found, whose details then stand in the form and can be changed. */
export function useChosenCustomer( {
	values,
	change,
}: LinkForm ): ChosenCustomer {
	const [ before, setBefore ] = useState< Before | null >( null );

	return {
		customer: before?.customer ?? null,
		choose: ( customer ) => {
			setBefore( {
				customer,
				// What was typed, not what the customer before this one has.
				values: before?.values ?? customerValues( values ),
			} );
			change( filledIn( customer.customer, values ) );
		},
		undo: () => {
			if ( before !== null ) {
				change( before.values );
				setBefore( null );
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

function filledIn(
	customer: FoundCustomer[ 'customer' ],
	values: LinkFormValues
): CustomerValues {
	return Object.fromEntries(
		CUSTOMER_PARTS.map( ( part ) => {
			// A payment page needs a language, and many accounts have no country.
			const kept =
				part === 'country' || part === 'locale'
					? values[ `customer.${ part }` ]
					: '';
			const known = customer[ part ] ?? '';
			return [ `customer.${ part }`, known === '' ? kept : known ];
		} )
	);
}
