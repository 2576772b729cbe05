import { useEffect, useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { PanelConfig } from '../api/panel-config';
import type { CreateBody, Draft, Link } from '../api/schemas';
import type { AdvancedMode } from '../hooks/useAdvancedMode';
import { useLinkForm } from '../hooks/useLinkForm';
import { useMistakes } from '../hooks/useMistakes';
import type { LoadMethods } from '../hooks/usePaymentMethods';
import { AdvancedPart, prefetchAdvancedPart } from './AdvancedPart';
import { ConfirmPaid } from './ConfirmPaid';
import { CustomerFields } from './CustomerFields';
import { DraftWarnings } from './DraftWarnings';
import { FormActions } from './FormActions';
import { FormHead } from './FormHead';
import { PaymentFields } from './PaymentFields';
import { RetireOriginal } from './RetireOriginal';
import { submitOnEnter } from './submit-on-enter';

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
	const mistakes = useMistakes( form );
	const isAdvanced = advanced.isOn || mistakes.isOpened;
	const headingId = useId();

	useEffect( prefetchAdvancedPart, [] );

	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Not a control: it catches the Enter of the fields inside.
		<div
			ref={ mistakes.group }
			className="msp-payment-links__form"
			role="group"
			aria-labelledby={ headingId }
			onKeyDown={ submitOnEnter( () => void form.submit() ) }
		>
			<FormHead
				headingId={ headingId }
				original={ original }
				isFromOrder={ isFromOrder }
				isAdvanced={ isAdvanced }
				onToggle={ ( isOn ) => {
					mistakes.forget();
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
					onShown={ mistakes.focus }
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
			<FormActions
				form={ form }
				text={ __( 'Generate link', 'multisafepay-payment-links' ) }
				settingsUrl={ config.settings_url }
				canManageSettings={ config.can_manage_settings }
				onCancel={ onCancel }
			/>
		</div>
	);
}
