import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';

/** Describes which links of the same order the link was created from, and which were created from it. */
export function chainLabels( link: Link, links: readonly Link[] ): string[] {
	const original = links.find( ( { id } ) => id === link.duplicate_of );
	const duplicates = links.filter(
		( { duplicate_of: from, status } ) =>
			from === link.id && status !== 'failed'
	);

	return [
		...( original === undefined || link.status === 'failed'
			? []
			: [
					isCancelled( original )
						? sprintf(
								/* translators: %s: order ID of the replaced link. */
								__(
									'Replaces %s',
									'multisafepay-payment-links'
								),
								original.order_id
						  )
						: sprintf(
								/* translators: %s: order ID of the original. */
								__(
									'Duplicate of %s',
									'multisafepay-payment-links'
								),
								original.order_id
						  ),
			  ] ),
		...duplicates.map( ( { order_id: orderId } ) =>
			isCancelled( link )
				? sprintf(
						/* translators: %s: order ID of the newer link. */
						__( 'Replaced by %s', 'multisafepay-payment-links' ),
						orderId
				  )
				: sprintf(
						/* translators: %s: order ID of the newer link. */
						__( 'Duplicated as %s', 'multisafepay-payment-links' ),
						orderId
				  )
		),
	];
}

function isCancelled( { status }: Link ): boolean {
	return status === 'cancelled';
}
