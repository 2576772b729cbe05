import { Button } from '@wordpress/components';
import { useCallback, useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { useAdvancedMode } from '../../link-form/hooks/useAdvancedMode';
import type { LoadMethods } from '../../link-form/hooks/usePaymentMethods';
import { DuplicateOrderButton } from '../../new-orders/duplicate-order/DuplicateOrderButton';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import type { PanelConfig } from '../config';
import type { PaymentLinks } from '../hooks/usePaymentLinks';

type Props = {
	config: PanelConfig;
	client: PaymentLinksClient;
	paymentLinks: PaymentLinks;
	onGenerate: () => void;
	onContinueAnyway: () => void;
	hasUnsavedChanges: () => boolean;
};

/** Upper part of the panel: the button, the form and the notice with the new link. */
export function PanelHeader( {
	config,
	client,
	paymentLinks,
	onGenerate,
	onContinueAnyway,
	hasUnsavedChanges,
}: Props ) {
	const { state, createFlow, commands, close, create } = paymentLinks;
	const { mode, links, balance } = state;
	const orderId = config.wc_order_id;
	const advanced = useAdvancedMode( config.advanced, client );
	const loadMethods: LoadMethods = useCallback(
		( site, amount, signal ) =>
			client.draft( orderId, { site, amount, signal } ),
		[ client, orderId ]
	);
	const button = useRef< HTMLButtonElement >( null );
	const previous = useRef( mode.kind );

	// The focused element is removed together with the form, so the button gets the focus.
	useEffect( () => {
		if ( mode.kind === 'idle' && previous.current !== 'idle' ) {
			button.current?.focus();
		}
		previous.current = mode.kind;
	}, [ mode.kind ] );

	switch ( mode.kind ) {
		case 'unsaved_changes':
			return createFlow === null ? null : (
				<createFlow.UnsavedChangesNotice
					onContinue={ onContinueAnyway }
					onCancel={ close }
				/>
			);
		case 'open_links':
			return createFlow === null ? null : (
				<createFlow.OpenLinksNotice
					links={ links }
					balance={ balance }
					onReplace={ ( link ) => void paymentLinks.replace( link ) }
					onKeep={ () => void paymentLinks.openForm() }
					onCancel={ close }
				/>
			);
		case 'form':
			return createFlow === null ? null : (
				<createFlow.LinkForm
					key={ mode.idempotencyKey }
					draft={ { ...mode.draft, balance } }
					idempotencyKey={ mode.idempotencyKey }
					original={ findLink( links, mode.origin.originalId ) }
					isFromOrder={ mode.origin.isFromOrder }
					config={ config }
					officialUrl={ config.official_link?.url ?? null }
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
					{ mode.kind === 'created' && createFlow !== null && (
						<createFlow.CreatedNotice
							key={ mode.link.id }
							link={ mode.link }
							requestedAmount={ mode.requestedAmount }
							original={ findLink(
								links,
								mode.link.duplicate_of
							) }
							isCancellingOriginal={ mode.isCancellingOriginal }
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
						{ config.can_create_orders && (
							<DuplicateOrderButton
								wcOrderId={ config.wc_order_id }
								wcOrderNumber={ config.wc_order_number }
								client={ client }
								hasUnsavedChanges={ hasUnsavedChanges }
							/>
						) }
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
