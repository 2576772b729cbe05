import { useState } from '@wordpress/element';

import { toApiError, type ApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';

export type DuplicateOrderState =
	| { readonly kind: 'confirming' }
	| { readonly kind: 'submitting' }
	/** Nothing was created yet. Some products are out of stock. */
	| { readonly kind: 'insufficient_stock'; readonly error: ApiError }
	/** Nothing was created, or the new order has no link; see `createdOrder` of the error. */
	| { readonly kind: 'failed'; readonly error: ApiError }
	| { readonly kind: 'done'; readonly link: Link };

/** Duplicates an order and creates a link for the new order. Repeated requests with the same key create one order. */
export function useDuplicateOrder( {
	wcOrderId,
	idempotencyKey,
	client,
	onDone,
}: {
	wcOrderId: number;
	idempotencyKey: string;
	client: PaymentLinksClient;
	onDone: () => void;
} ): {
	readonly state: DuplicateOrderState;
	/** After `insufficient_stock`, the next call confirms the missing stock. */
	readonly duplicate: () => Promise< void >;
} {
	const [ state, setState ] = useState< DuplicateOrderState >( {
		kind: 'confirming',
	} );
	const [ isStockConfirmed, setIsStockConfirmed ] = useState( false );

	async function duplicate(): Promise< void > {
		const confirmStock =
			isStockConfirmed || state.kind === 'insufficient_stock';
		setIsStockConfirmed( confirmStock );
		setState( { kind: 'submitting' } );
		try {
			const link = await client.duplicateOrder( wcOrderId, {
				idempotency_key: idempotencyKey,
				confirm_stock: confirmStock,
			} );
			setState( { kind: 'done', link } );
			onDone();
		} catch ( thrown ) {
			const error = toApiError( thrown );
			setState( {
				kind:
					error.code === 'insufficient_stock'
						? 'insufficient_stock'
						: 'failed',
				error,
			} );
		}
	}

	return { state, duplicate };
}
