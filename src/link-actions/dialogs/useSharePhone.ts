import { useEffect, useState } from '@wordpress/element';

import type { PaymentLinksClient } from '../api/payment-links';

/**
 * The customer's number for WhatsApp and text messages; null until it is known. The list does not have it: it would have
 * to read every order for it.
 *
 * @param linkId Id of the link that is to be sent; null when none is.
 * @param client Asked for it.
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
		let isWanted = true;
		setPhone( null );
		client.read( linkId ).then(
			( link ) => isWanted && setPhone( link.phone ),
			// Without it, staff choose the customer in their messages.
			() => isWanted && setPhone( '' )
		);
		return () => {
			isWanted = false;
		};
	}, [ linkId, client ] );

	return phone;
}
