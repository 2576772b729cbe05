import { speak } from '@wordpress/a11y';
import { __ } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Draft, Link } from '../api/schemas';
import { createIdempotencyKey } from '../utils/idempotency-key';
import type { PanelAction, PanelState } from './payment-links-reducer';

/** Opens the form for a new link or for a duplicate, once it is loaded and its draft is there. */
export function useFormOpening( {
	wcOrderId,
	client,
	state,
	dispatch,
	loadForm,
}: {
	wcOrderId: number;
	client: PaymentLinksClient;
	state: PanelState;
	dispatch: ( action: PanelAction ) => void;
	loadForm: () => Promise< void >;
} ): {
	readonly openForm: () => Promise< void >;
	readonly duplicate: ( link: Link ) => Promise< void >;
} {
	async function open(
		fetchDraft: () => Promise< Draft >,
		originalId: number | null
	): Promise< void > {
		dispatch( { type: 'draft_requested' } );
		try {
			const [ draft ] = await Promise.all( [ fetchDraft(), loadForm() ] );
			dispatch( {
				type: 'form_opened',
				draft,
				idempotencyKey: createIdempotencyKey(),
				originalId,
			} );
		} catch ( thrown ) {
			const { message } = toApiError( thrown );
			dispatch( { type: 'draft_failed', message } );
		}
	}

	async function openForm(): Promise< void > {
		const { draft } = state;

		await open( async () => draft ?? client.draft( wcOrderId ), null );
	}

	async function duplicate( { id }: Link ): Promise< void > {
		if ( state.mode.kind !== 'form' ) {
			await open( () => client.linkDraft( id ), id );
			return;
		}

		// What somebody has typed must not go by the press of another button.
		const message = __(
			'Finish or cancel the open form first.',
			'multisafepay-payment-links'
		);
		dispatch( { type: 'command_failed', linkId: id, message } );
		speak( message, 'assertive' );
	}

	return { openForm, duplicate };
}
