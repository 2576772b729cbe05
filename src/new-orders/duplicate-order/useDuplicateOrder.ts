import { useState } from '@wordpress/element';

import { toApiError, type ApiError } from '../api/errors';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';

export type Duplication =
	| { readonly kind: 'asking' }
	| { readonly kind: 'working' }
	/** Nothing was copied yet: goods are short. */
	| { readonly kind: 'stock_gone'; readonly error: ApiError }
	/** Nothing was copied, or the copy has no link; the error knows which. */
	| { readonly kind: 'failed'; readonly error: ApiError }
	| { readonly kind: 'done'; readonly link: Link };

/** Copies an order and makes the link of the copy; the same key never copies twice. */
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
	readonly duplication: Duplication;
	/** Goods that are short are taken all the same once a person has read which. */
	readonly run: () => Promise< void >;
} {
	const [ duplication, setDuplication ] = useState< Duplication >( {
		kind: 'asking',
	} );
	const [ isStockConfirmed, setIsStockConfirmed ] = useState( false );

	async function run(): Promise< void > {
		const confirmStock =
			isStockConfirmed || duplication.kind === 'stock_gone';
		setIsStockConfirmed( confirmStock );
		setDuplication( { kind: 'working' } );
		try {
			const link = await client.duplicateOrder( wcOrderId, {
				idempotency_key: idempotencyKey,
				confirm_stock: confirmStock,
			} );
			setDuplication( { kind: 'done', link } );
			onDone();
		} catch ( thrown ) {
			const error = toApiError( thrown );
			setDuplication( {
				kind: error.code === 'stock_gone' ? 'stock_gone' : 'failed',
				error,
			} );
		}
	}

	return { duplication, run };
}
