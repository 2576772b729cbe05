import { Button } from '@wordpress/components';
import { useCallback, useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import { useAdvancedMode } from '../hooks/useAdvancedMode';
import type { LoadMethods } from '../hooks/usePaymentMethods';
import type { PaymentLinks } from '../hooks/usePaymentLinks';
import { DuplicateOrderButton } from '../duplicate-order/DuplicateOrderButton';
import { owedOf } from '../utils/owed';
import { ErrorNotice } from './ErrorNotice';

type Props = {
	config: PanelConfig;
	client: PaymentLinksClient;
	paymentLinks: PaymentLinks;
	onGenerate: () => void;
	onContinueAnyway: () => void;
	hasUnsavedChanges: () => boolean;
};

/** The part of the panel that makes a link: the button, then the form, then the link. */
export function PanelHead( {
	config,
	client,
	paymentLinks,
	onGenerate,
	onContinueAnyway,
	hasUnsavedChanges,
}: Props ) {
	const { state, making, commands, close, create } = paymentLinks;
	const { mode, links, draft } = state;
	const orderId = config.wc_order_id;
	const advanced = useAdvancedMode( config.advanced, client );
	const loadMethods: LoadMethods = useCallback(
		( site, amount, signal ) =>
			client.draft( orderId, { site, amount, signal } ),
		[ client, orderId ]
	);
	const button = useRef< HTMLButtonElement >( null );
	const previous = useRef( mode.kind );

	// What had the focus is gone with the form: without this a keyboard would start again at the top of the page.
	useEffect( () => {
		if ( mode.kind === 'idle' && previous.current !== 'idle' ) {
			button.current?.focus();
		}
		previous.current = mode.kind;
	}, [ mode.kind ] );

	switch ( mode.kind ) {
		case 'unsaved_changes':
			return making === null ? null : (
				<making.UnsavedChangesNotice
					onContinue={ onContinueAnyway }
					onCancel={ close }
				/>
			);
		case 'open_links':
			return making === null ? null : (
				<making.OpenLinksNotice
					links={ links }
					owed={ owedOf( draft ) }
					onReplace={ ( link ) => void paymentLinks.replace( link ) }
					onKeep={ () => void paymentLinks.openForm() }
					onCancel={ close }
				/>
			);
		case 'form':
			return making === null ? null : (
				<making.LinkForm
					key={ mode.idempotencyKey }
					draft={ mode.draft }
					idempotencyKey={ mode.idempotencyKey }
					original={ findLink( links, mode.origin.originalId ) }
					isFromOrder={ mode.origin.isFromOrder }
					config={ config }
					advanced={ advanced }
					loadMethods={ loadMethods }
					create={ create }
					onCancel={ close }
				/>
			);
		case 'idle':
		case 'loading_draft':
		case 'draft_failed':
		case 'created': {
			const isLoading = mode.kind === 'loading_draft';

			return (
				<>
					{ mode.kind === 'draft_failed' && (
						<ErrorNotice message={ mode.message } />
					) }
					{ mode.kind === 'created' && making !== null && (
						<making.CreatedNotice
							key={ mode.link.id }
							link={ mode.link }
							askedAmount={ mode.askedAmount }
							original={ findLink(
								links,
								mode.link.duplicate_of
							) }
							isRetiringOriginal={ mode.isRetiringOriginal }
							openDialog={ commands.openDialog }
							onDone={ close }
						/>
					) }
					<div className="msp-payment-links__actions">
						<Button
							ref={ button }
							variant={
								mode.kind === 'created'
									? 'secondary'
									: 'primary'
							}
							isBusy={ isLoading }
							disabled={ isLoading }
							accessibleWhenDisabled
							onClick={ onGenerate }
						>
							{ __(
								'Generate payment link',
								'multisafepay-payment-links'
							) }
						</Button>
						<DuplicateOrderButton
							config={ config }
							client={ client }
							hasUnsavedChanges={ hasUnsavedChanges }
						/>
					</div>
				</>
			);
		}
	}
}

function findLink(
	links: readonly Link[],
	linkId: number | null
): Link | null {
	return links.find( ( { id } ) => id === linkId ) ?? null;
}
