import { useEffect, useState } from '@wordpress/element';

import type { PaymentLinksClient } from '../../shared/api/payment-links';

/**
 * Loads the phone number of the customer; null while it is loading. The list of links does not contain it, because that
 * would require loading each order.
 *
 * @param linkId Link to send; null if there is none.
 * @param client REST client.
 */
export function useSharePhone(
	linkId: number | null,
	client: PaymentLinksClient
): string | null {
	const [ phone, setPhone ] = useState< string | null >( null );

	useEffect( () => {
		if ( linkId === null ) {
			return undefined;
		}
		let isActive = true;
		setPhone( null );
		client.read( linkId ).then(
			( link ) => isActive && setPhone( link.phone ),
			// Without a number, staff select the customer in the messaging app.
			() => isActive && setPhone( '' )
		);
		return () => {
			isActive = false;
		};
	}, [ linkId, client ] );

	return phone;
}
