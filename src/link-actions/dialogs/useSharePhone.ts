import { useEffect } from '@wordpress/element';

import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { LinkWithEvents } from '../../shared/api/schemas';
import { useRequest } from '../../shared/hooks/useRequest';

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
	const { state, run, reset } = useRequest< LinkWithEvents >();

	useEffect( () => {
		if ( linkId === null ) {
			reset();
		} else {
			void run( ( signal ) => client.read( linkId, signal ) );
		}
	}, [ linkId, client, run, reset ] );

	switch ( state.status ) {
		case 'idle':
		case 'loading':
			return null;
		case 'success':
			return state.data.phone;
		case 'error':
			// Without a number, staff select the customer in the messaging app.
			return '';
	}
}
