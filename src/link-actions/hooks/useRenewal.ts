import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { ApiError, toApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { createIdempotencyKey } from '../../shared/utils/idempotency-key';

/** Returns a function that creates a link for the amount due now and cancels the old one. Rejects with an `ApiError`. */
export function useRenewal(
	client: PaymentLinksClient
): ( link: Link ) => Promise< Link > {
	// Idempotency keys by link. A key is kept until its renewal has succeeded.
	const keys = useRef( new Map< number, string >() );

	return async ( { id } ) => {
		const key = keys.current.get( id ) ?? createIdempotencyKey();
		keys.current.set( id, key );
		try {
			const renewed = await client.duplicateLink( id, {
				idempotency_key: key,
				renew: true,
				cancel_original: true,
			} );
			keys.current.delete( id );
			return renewed;
		} catch ( thrown ) {
			throw withAdvice( toApiError( thrown ) );
		}
	};
}

function withAdvice( error: ApiError ): ApiError {
	return error.isOutcomeUnknown
		? new ApiError( {
				...error,
				message: sprintf(
					/* translators: %s: error message. */
					__(
						'%s You can press “Renew” again: you will get one link, not two.',
						'multisafepay-payment-links'
					),
					error.message
				),
		  } )
		: error;
}
