import { useState } from '@wordpress/element';

import type { ApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { useRequest, type RequestState } from '../../shared/hooks/useRequest';

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
	const { state, run } = useRequest< Link >();
	const [ isStockConfirmed, setIsStockConfirmed ] = useState( false );

	async function duplicate(): Promise< void > {
		const confirmStock =
			isStockConfirmed ||
			( state.status === 'error' && isStockError( state.error ) );
		setIsStockConfirmed( confirmStock );
		const result = await run( () =>
			client.duplicateOrder( wcOrderId, {
				idempotency_key: idempotencyKey,
				confirm_stock: confirmStock,
			} )
		);
		if ( result.status === 'success' ) {
			onDone();
		}
	}

	return { state: duplicateOrderState( state ), duplicate };
}

function isStockError( { code }: ApiError ): boolean {
	return code === 'insufficient_stock';
}

function duplicateOrderState(
	state: RequestState< Link >
): DuplicateOrderState {
	switch ( state.status ) {
		case 'idle':
			return { kind: 'confirming' };
		case 'loading':
			return { kind: 'submitting' };
		case 'success':
			return { kind: 'done', link: state.data };
		case 'error':
			return {
				kind: isStockError( state.error )
					? 'insufficient_stock'
					: 'failed',
				error: state.error,
			};
	}
}
