import type { ApiError } from './errors';
import type { PaymentLinksClient } from './payment-links';
import type { Link } from './schemas';

/** Codes of the errors of an action that no longer fits the link. */
const CONFLICTS = [ 'link_not_open', 'no_alert' ];

/** Reloads the link if the server refused an action because the link has changed; null for other errors. */
export async function reloadAfterConflict(
	client: PaymentLinksClient,
	error: ApiError,
	{ id }: Link
): Promise< Link | null > {
	if ( ! CONFLICTS.includes( error.code ) ) {
		return null;
	}

	try {
		return await client.read( error.linkId ?? id );
	} catch {
		// The message of the first error already explains the problem.
		return null;
	}
}
