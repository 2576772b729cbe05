import { Button } from '@wordpress/components';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';

import type { PanelConfig } from '../api/panel-config';
import type { CreateBody, Draft, Link } from '../api/schemas';
import type { AdvancedMode } from '../hooks/useAdvancedMode';
import { useLinkForm } from '../hooks/useLinkForm';
import type { LoadMethods } from '../hooks/usePaymentMethods';
import { hasAdvanced } from '../link-form/fields';
import { AdvancedPart, prefetchAdvancedPart } from './AdvancedPart';
import { ConfirmPaid } from './ConfirmPaid';
import { CustomerFields } from './CustomerFields';
import { DraftWarnings } from './DraftWarnings';
import { FormError } from './FormError';
import { FormHead } from './FormHead';
import { PaymentFields } from './PaymentFields';
import { RetireOriginal } from './RetireOriginal';

type Props = {
	draft: Draft;
	idempotencyKey: string;
	/** The link to duplicate, as it is now; null for a new one. */
	original: Link | null;
	/** Filled in from the order, not from the original. */
	isFromOrder: boolean;
	config: PanelConfig;
	advanced: AdvancedMode;
	/** Must stay the same function. */
	loadMethods: LoadMethods;
	create: ( body: CreateBody, retireOriginal: boolean ) => Promise< void >;
	onCancel: () => void;
};

/** A group, not a form element: it stands inside WooCommerce's order form. */
export function LinkForm( {
	draft,
	idempotencyKey,
	original,
	isFromOrder,
	config,
	advanced,
	loadMethods,
	create,
	onCancel,
}: Props ) {
	// Two open links for one debt may both be paid, so one is what a person gets who does not look.
	const [ isRetiring, setIsRetiring ] = useState( true );
	// A duplicate begins with what its original asks, which may be more or less.
	const due = isFromOrder ? draft.values.amount : null;
	const form = useLinkForm( {
		draft,
		due,
		idempotencyKey,
		zone: config.timezone,
		create: ( body ) => create( body, isRetiring ),
	} );
	const { submission } = form;
	const isSending = submission.kind === 'sending';
	const group = useRef< HTMLDivElement >( null );
	const headingId = useId();
	// Opened by a mistake, which is no wish of the person for next time.
	const [ isOpened, setIsOpened ] = useState( false );
	const isAdvanced = advanced.isOn || isOpened;
	const isMistakeSought = useRef( false );

	useEffect( prefetchAdvancedPart, [] );

	function focusMistake(): void {
		const mistake = isMistakeSought.current
			? group.current?.querySelector< HTMLElement >(
					'[aria-invalid="true"]'
			  )
			: undefined;
		if ( mistake !== null && mistake !== undefined ) {
			isMistakeSought.current = false;
			mistake.focus();
		}
	}

	useEffect( () => {
		isMistakeSought.current =
			submission.kind === 'held_back' || submission.kind === 'refused';
		if ( isMistakeSought.current && hasAdvanced( form.errors ) ) {
			setIsOpened( true );
		}
		focusMistake();
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Once for each attempt, not for each letter after it.
	}, [ submission ] );

	// Enter in a field would submit the order form around us.
	function onKeyDown( event: KeyboardEvent ): void {
		const { target } = event;
		const isField =
			target instanceof HTMLInputElement ||
			target instanceof HTMLSelectElement;
		if ( event.key !== 'Enter' || ! isField ) {
			return;
		}

		event.preventDefault();
		// Neither the Enter that picks a word from an input method nor a key held down is meant for us.
		if (
			target instanceof HTMLInputElement &&
			target.type === 'text' &&
			! target.readOnly &&
			! event.repeat &&
			! event.nativeEvent.isComposing
		) {
			void form.submit();
		}
	}

	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Not a control: it catches the Enter of the fields inside.
		<div
			ref={ group }
			className="msp-payment-links__form"
			role="group"
			aria-labelledby={ headingId }
			onKeyDown={ onKeyDown }
		>
			<FormHead
				headingId={ headingId }
				original={ original }
				isFromOrder={ isFromOrder }
				isAdvanced={ isAdvanced }
				onToggle={ ( isOn ) => {
					setIsOpened( false );
					advanced.turn( isOn );
				} }
			/>
			<DraftWarnings
				warnings={ draft.warnings.filter(
					// It is asked about before, and below.
					( { code } ) => original === null || code !== 'open_link'
				) }
				officialUrl={ config.official_link?.url ?? null }
			/>
			<PaymentFields
				form={ form }
				draft={ draft }
				zone={ config.timezone }
				isAdvanced={ isAdvanced }
			/>
			<h4>{ __( 'Customer', 'multisafepay-payment-links' ) }</h4>
			<CustomerFields form={ form } draft={ draft } />
			{ isAdvanced && (
				<AdvancedPart
					form={ form }
					draft={ draft }
					loadMethods={ loadMethods }
					onShown={ focusMistake }
				/>
			) }
			{ original !== null && (
				<RetireOriginal
					original={ original }
					isChosen={ isRetiring }
					onChange={ setIsRetiring }
				/>
			) }
			{ form.needsConfirmation && (
				<ConfirmPaid
					form={ form }
					due={ due }
					currency={ draft.values.currency }
				/>
			) }
			<div className="msp-payment-links__actions is-sticky">
				{ submission.kind === 'refused' && (
					<FormError
						error={ submission.error }
						settingsUrl={ config.settings_url }
						canManageSettings={ config.can_manage_settings }
					/>
				) }
				<Button
					variant="primary"
					isBusy={ isSending }
					disabled={ isSending }
					accessibleWhenDisabled
					onClick={ () => void form.submit() }
				>
					{ isSending
						? __( 'Generating…', 'multisafepay-payment-links' )
						: __( 'Generate link', 'multisafepay-payment-links' ) }
				</Button>
				<Button
					variant="tertiary"
					disabled={ isSending }
					accessibleWhenDisabled
					onClick={ onCancel }
				>
					{ __( 'Cancel', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</div>
	);
}
