import { speak } from '@wordpress/a11y';
import { __ } from '@wordpress/i18n';

import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Draft, Link } from '../../shared/api/schemas';
import { useRequest } from '../../shared/hooks/useRequest';
import { createIdempotencyKey } from '../../shared/utils/idempotency-key';
import { openLinks } from '../../shared/utils/status';
import type { FormOrigin, PanelAction, PanelState } from '../reducer';

/** Opens the form for a new link, a replacement or a duplicate, after its script and draft are loaded. */
export function useOpenForm( {
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
	readonly warnAboutUnsavedChanges: () => Promise< void >;
	readonly generate: () => Promise< void >;
	readonly openForm: () => Promise< void >;
	readonly replace: ( link: Link ) => Promise< void >;
	readonly duplicate: ( link: Link ) => Promise< void >;
} {
	const { run } = useRequest< PanelAction >();

	/** Dispatches the action that the request returns. */
	async function show(
		prepare: () => Promise< PanelAction >
	): Promise< void > {
		dispatch( { type: 'draft_requested' } );
		const result = await run( prepare );
		if ( result.status === 'success' ) {
			dispatch( result.data );
		}
		if ( result.status === 'error' ) {
			const { message } = result.error;
			dispatch( { type: 'draft_failed', message } );
		}
	}

	function open(
		fetchDraft: () => Promise< Draft >,
		origin: FormOrigin
	): Promise< void > {
		return show( async () => {
			const [ draft ] = await Promise.all( [ fetchDraft(), loadForm() ] );
			return {
				type: 'form_opened',
				draft,
				idempotencyKey: createIdempotencyKey(),
				origin,
			};
		} );
	}

	async function openFromOrder( originalId: number | null ): Promise< void > {
		const { draft } = state;

		await open( async () => draft ?? client.draft( wcOrderId ), {
			originalId,
			isFromOrder: true,
		} );
	}

	function showQuestion( question: PanelAction ): Promise< void > {
		return show( async () => {
			await loadForm();
			return question;
		} );
	}

	async function generate(): Promise< void > {
		await ( openLinks( state.links, new Date() ).length === 0
			? openFromOrder( null )
			: showQuestion( { type: 'open_links_found' } ) );
	}

	async function duplicate( { id }: Link ): Promise< void > {
		if ( state.mode.kind !== 'form' ) {
			await open( () => client.linkDraft( id ), {
				originalId: id,
				isFromOrder: false,
			} );
			return;
		}

		// Another form would discard the values of the open one.
		const message = __(
			'Finish or cancel the open form first.',
			'multisafepay-payment-links'
		);
		dispatch( { type: 'command_failed', linkId: id, message } );
		speak( message, 'assertive' );
	}

	return {
		warnAboutUnsavedChanges: () =>
			showQuestion( { type: 'unsaved_changes_found' } ),
		generate,
		openForm: () => openFromOrder( null ),
		replace: ( { id } ) => openFromOrder( id ),
		duplicate,
	};
}
