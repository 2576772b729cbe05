import { useEffect, useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { CreateBody, Draft, Link } from '../../shared/api/schemas';
import type { ScreenConfig } from '../../shared/api/screen-config';
import { CustomerFields } from '../fields/CustomerFields';
import {
	LazyAdvancedFields,
	prefetchAdvancedFields,
} from '../fields/LazyAdvancedFields';
import { PaymentFields } from '../fields/PaymentFields';
import type { AdvancedMode } from '../hooks/useAdvancedMode';
import { useFieldErrors } from '../hooks/useFieldErrors';
import { useLinkForm } from '../hooks/useLinkForm';
import type { LoadMethods } from '../hooks/usePaymentMethods';
import { submitOnEnter } from '../submit-on-enter';
import { CancelOriginal } from './CancelOriginal';
import { ConfirmAmount } from './ConfirmAmount';
import { DraftWarnings } from './DraftWarnings';
import { FormActions } from './FormActions';
import { FormHeader } from './FormHeader';

type Props = {
	/** Its balance may be updated while the form is open. */
	draft: Draft;
	idempotencyKey: string;
	/** The link to duplicate; null for a new link. */
	original: Link | null;
	/** The form has the values of the order, not of the original. */
	isFromOrder: boolean;
	config: ScreenConfig;
	/** URL of a link that the official MultiSafepay plugin created for this order. */
	officialUrl: string | null;
	advanced: AdvancedMode;
	/** Must be the same function in each render. */
	loadMethods: LoadMethods;
	create: ( body: CreateBody, cancelOriginal: boolean ) => Promise< void >;
	onCancel: () => void;
};

/** A group instead of a form element, because it is inside the form of the order screen. */
export function LinkForm( {
	draft,
	idempotencyKey,
	original,
	isFromOrder,
	config,
	officialUrl,
	advanced,
	loadMethods,
	create,
	onCancel,
}: Props ) {
	// On by default, because a customer with two open links could pay twice.
	const [ isCancellingOriginal, setIsCancellingOriginal ] = useState( true );
	const form = useLinkForm( {
		draft,
		idempotencyKey,
		zone: config.timezone,
		create: ( body ) => create( body, isCancellingOriginal ),
	} );
	const errorFocus = useFieldErrors( form );
	const isAdvanced = advanced.isOn || errorFocus.isAdvancedOpen;
	const headingId = useId();

	useEffect( prefetchAdvancedFields, [] );

	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Handles Enter in the fields; the group itself is not interactive.
		<div
			ref={ errorFocus.group }
			className="msp-payment-links__form"
			role="group"
			aria-labelledby={ headingId }
			onKeyDown={ submitOnEnter( () => void form.submit() ) }
		>
			<FormHeader
				headingId={ headingId }
				original={ original }
				isFromOrder={ isFromOrder }
				isAdvanced={ isAdvanced }
				onToggle={ ( isOn ) => {
					errorFocus.closeAdvanced();
					advanced.setIsOn( isOn );
				} }
			/>
			<DraftWarnings
				warnings={ draft.warnings.filter(
					// The form already handles the open link.
					( { code } ) => original === null || code !== 'open_link'
				) }
				officialUrl={ officialUrl }
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
				<LazyAdvancedFields
					form={ form }
					draft={ draft }
					loadMethods={ loadMethods }
					onShown={ errorFocus.focus }
				/>
			) }
			{ original !== null && (
				<CancelOriginal
					original={ original }
					isChecked={ isCancellingOriginal }
					onChange={ setIsCancellingOriginal }
				/>
			) }
			{ form.needsConfirmation && (
				<ConfirmAmount form={ form } balance={ draft.balance } />
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
