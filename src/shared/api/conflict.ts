import type { ApiError } from './errors';
import type { PaymentLinksClient } from './payment-links';
import type { Link } from './schemas';

/** Reloads the link if the server refused an action because the link is no longer open; null for other errors. */
export async function reloadAfterConflict(
	client: PaymentLinksClient,
	error: ApiError
): Promise< Link | null > {
	if ( error.code !== 'link_not_open' || error.linkId === null ) {
		return null;
	}

	try {
		return await client.read( error.linkId );
	} catch {
		// The message of the first error already explains the problem.
		return null;
	}
}
