import { Notice } from '@wordpress/components';
import { useEvent } from '@wordpress/compose';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { LinkDialogs } from '../../link-actions/dialogs/LinkDialogs';
import { PaymentAlerts } from '../../payments/PaymentAlerts';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { PanelConfig } from '../config';
import { loadCreateFlow } from '../create-flow/create-flow';
import { usePaymentLinks } from '../hooks/usePaymentLinks';
import { watchOrderForm, type OrderFormWatch } from '../order-form';
import { BalanceLine } from './BalanceLine';
import { LinkList } from './LinkList';
import { NotConfiguredNotice } from './NotConfiguredNotice';
import { PanelHeader } from './PanelHeader';

type Props = {
	config: PanelConfig;
	client: PaymentLinksClient;
};

/** Loads the form when the pointer or the focus enters the panel. */
function prefetchForm(): void {
	// A failure is shown when the form is opened.
	loadCreateFlow().catch( () => undefined );
}

/** Panel for the payment links of an order. */
export function PaymentLinksPanel( { config, client }: Props ) {
	const paymentLinks = usePaymentLinks( config, client );
	const {
		state,
		generate,
		warnAboutUnsavedChanges,
		commands,
		showLink,
		closeDialog,
	} = paymentLinks;
	const root = useRef< HTMLDivElement >( null );
	const orderForm = useRef< OrderFormWatch | null >( null );
	const onOrderSaved = useEvent( paymentLinks.onOrderSaved );

	useEffect( () => {
		if ( root.current === null ) {
			return undefined;
		}

		const watch = watchOrderForm( root.current, onOrderSaved );
		orderForm.current = watch;
		return watch.stop;
	}, [ onOrderSaved ] );

	function hasUnsavedChanges(): boolean {
		return orderForm.current?.hasUnsavedChanges() === true;
	}

	function onGenerate(): void {
		void ( hasUnsavedChanges() ? warnAboutUnsavedChanges() : generate() );
	}

	const draftError = config.draft_error ?? null;
	const canGenerate = ! config.not_configured && draftError === null;

	return (
		<div
			ref={ root }
			className="msp-payment-links"
			onPointerEnter={ prefetchForm }
			onFocus={ prefetchForm }
		>
			{ config.not_configured && (
				<NotConfiguredNotice
					settingsUrl={ config.settings_url }
					canManageSettings={ config.can_manage_settings }
				/>
			) }
			{ ! config.not_configured && draftError !== null && (
				<Notice
					className="msp-payment-links__notice"
					status="warning"
					isDismissible={ false }
				>
					{ draftError.message }
				</Notice>
			) }
			<PaymentAlerts links={ state.links } />
			{ canGenerate && (
				<PanelHeader
					config={ config }
					client={ client }
					paymentLinks={ paymentLinks }
					onGenerate={ onGenerate }
					onContinueAnyway={ () => void generate() }
					hasUnsavedChanges={ hasUnsavedChanges }
				/>
			) }
			{ canGenerate &&
				state.links.length === 0 &&
				state.mode.kind === 'idle' && (
					<p className="msp-payment-links__empty">
						{ __(
							'No payment links yet. Press “Generate payment link”: everything is filled in from the order.',
							'multisafepay-payment-links'
						) }
					</p>
				) }
			{ state.balance !== null && (
				<BalanceLine balance={ state.balance } />
			) }
			{ state.links.length > 0 && (
				<LinkList
					state={ state }
					commands={ commands }
					canGenerate={ canGenerate }
				/>
			) }
			<LinkDialogs
				dialog={ state.dialog }
				links={ state.links }
				config={ config }
				client={ client }
				showLink={ showLink }
				close={ closeDialog }
			/>
		</div>
	);
}
