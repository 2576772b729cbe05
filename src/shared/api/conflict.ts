import type { ApiError } from './errors';
import type { PaymentLinksClient } from './payment-links';
import type { Link } from './schemas';

/** Reads the link anew when the shop says that somebody ended it meanwhile; null for any other error. */
export async function linkAfterConflict(
	client: PaymentLinksClient,
	error: ApiError
): Promise< Link | null > {
	if ( error.code !== 'link_not_open' || error.linkId === null ) {
		return null;
	}

	try {
		return await client.read( error.linkId );
	} catch {
		// The words of the first error say what has happened.
		return null;
	}
}
