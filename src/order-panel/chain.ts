import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';

/** Says what the link was made from and what was made from it, as far as that is about the same order. */
export function chainWords( link: Link, links: readonly Link[] ): string[] {
	const original = links.find( ( { id } ) => id === link.duplicate_of );
	const successors = links.filter(
		( { duplicate_of: from, status } ) =>
			from === link.id && status !== 'failed'
	);

	return [
		...( original === undefined || link.status === 'failed'
			? []
			: [
					isRetired( original )
						? sprintf(
								/* translators: %s: order ID of the former link. */
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
		...successors.map( ( { order_id: orderId } ) =>
			isRetired( link )
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

function isRetired( { status }: Link ): boolean {
	return status === 'cancelled';
}
