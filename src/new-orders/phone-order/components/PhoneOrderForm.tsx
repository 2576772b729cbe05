import { Button, ToggleControl } from '@wordpress/components';
import { useEvent } from '@wordpress/compose';
import { speak } from '@wordpress/a11y';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { DraftWarnings } from '../../../link-form/components/DraftWarnings';
import { FormActions } from '../../../link-form/components/FormActions';
import { CustomerFields } from '../../../link-form/fields/CustomerFields';
import { LazyAdvancedFields } from '../../../link-form/fields/LazyAdvancedFields';
import { useFieldErrors } from '../../../link-form/hooks/useFieldErrors';
import { submitOnEnter } from '../../../link-form/submit-on-enter';
import type { Link } from '../../../shared/api/schemas';
import type { ScreenConfig } from '../../../shared/api/screen-config';
import { OpenOrderLink } from '../../OpenOrderLink';
import type { PhoneOrderClient } from '../client';
import { usePhoneOrder } from '../hooks/usePhoneOrder';
import type { CustomerResult, PhoneDraft } from '../schemas';
import { CustomerSearch } from './CustomerSearch';
import { LeaveConfirmation } from './LeaveConfirmation';
import { PhoneAmount } from './PhoneAmount';
import { PhoneDetails } from './PhoneDetails';

type Props = {
	draft: PhoneDraft;
	config: ScreenConfig;
	client: PhoneOrderClient;
	/** Number of attempts to close the dialog. Each change asks the form to close. */
	closeAttempts: number;
	onCreated: ( link: Link, requestedAmount: number ) => void;
	onOrderWithoutLink: () => void;
	onClose: () => void;
};

/** Parameters of the REST API whose messages are shown in this form. */
const OWN_PARAMS = [ 'customer_id', 'tax_class' ];

/** Form for an order and its link. Only the amount is required. */
export function PhoneOrderForm( {
	draft,
	config,
	client,
	closeAttempts,
	onCreated,
	onOrderWithoutLink,
	onClose,
}: Props ) {
	const phoneOrder = usePhoneOrder( {
		draft,
		shopName: config.share.shop_name,
		zone: config.timezone,
		client,
		onCreated,
		onOrderWithoutLink,
	} );
	const { form, selected } = phoneOrder;
	const { submission } = form;
	const errorFocus = useFieldErrors( form );
	const [ showsAllFields, setShowsAllFields ] = useState( false );
	const isAdvanced = showsAllFields || errorFocus.isAdvancedOpen;
	const [ isConfirmingLeave, setIsConfirmingLeave ] = useState( false );
	const search = useRef< HTMLDivElement >( null );
	const headingId = useId();
	const error = submission.kind === 'failed' ? submission.error : null;
	const order = error?.createdOrder ?? null;

	function leave(): void {
		if ( submission.kind === 'submitting' ) {
			return;
		}
		// The link of an existing order can be created on its own screen.
		if ( order !== null || ! phoneOrder.isChanged ) {
			onClose();
		} else {
			setIsConfirmingLeave( true );
		}
	}

	const tryToLeave = useEvent( leave );
	useEffect( () => {
		if ( closeAttempts > 0 ) {
			tryToLeave();
		}
	}, [ closeAttempts, tryToLeave ] );

	function select( customer: CustomerResult ): void {
		selected.select( customer );
		speak( filledInMessage( customer ) );
	}

	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Handles Enter in the fields; the group itself is not interactive.
		<div
			ref={ errorFocus.group }
			className="msp-payment-links__form"
			role="group"
			aria-labelledby={ headingId }
			onKeyDown={ submitOnEnter( () => void form.submit() ) }
		>
			<p id={ headingId } className="msp-payment-links__lead">
				{ __(
					'For a payment that has no order yet, by phone or at the counter. An unpaid order is made with the link.',
					'multisafepay-payment-links'
				) }
			</p>
			<DraftWarnings warnings={ draft.warnings } officialUrl={ null } />
			<PhoneAmount phoneOrder={ phoneOrder } isFixed={ order !== null } />
			<h4 aria-level={ 2 }>
				{ __( 'Customer', 'multisafepay-payment-links' ) }
			</h4>
			<div ref={ search }>
				<CustomerSearch client={ client } onSelect={ select } />
				{ selected.customer !== null && (
					<p>
						{ filledInMessage( selected.customer ) }{ ' ' }
						<Button
							variant="link"
							onClick={ () => {
								selected.undo();
								search.current
									?.querySelector( 'input' )
									?.focus();
							} }
						>
							{ __( 'Undo', 'multisafepay-payment-links' ) }
						</Button>
					</p>
				) }
				{ error?.params[ 'customer_id' ] !== undefined && (
					<p className="msp-payment-links__error">
						{ error.params[ 'customer_id' ] }
					</p>
				) }
			</div>
			<CustomerFields form={ form } draft={ draft } />
			<h4 aria-level={ 2 }>
				{ __( 'Details', 'multisafepay-payment-links' ) }
			</h4>
			<PhoneDetails
				phoneOrder={ phoneOrder }
				zone={ config.timezone }
				isAdvanced={ isAdvanced }
				errors={ error?.params ?? {} }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Show all fields', 'multisafepay-payment-links' ) }
				checked={ isAdvanced }
				onChange={ ( isOn ) => {
					errorFocus.closeAdvanced();
					setShowsAllFields( isOn );
				} }
			/>
			{ isAdvanced && (
				<LazyAdvancedFields
					form={ form }
					draft={ phoneOrder.draft }
					loadMethods={ phoneOrder.loadMethods }
					hasItems={ false }
					level={ 2 }
					onShown={ errorFocus.focus }
				/>
			) }
			<FormActions
				form={ form }
				text={
					order === null
						? __( 'Generate link', 'multisafepay-payment-links' )
						: __( 'Try again', 'multisafepay-payment-links' )
				}
				settingsUrl={ config.settings_url }
				canManageSettings={ config.can_manage_settings }
				handledParams={ OWN_PARAMS }
				onCancel={ leave }
			>
				{ order !== null && (
					<p>
						{ __(
							'“Try again” makes the link of that order, not a second order.',
							'multisafepay-payment-links'
						) }{ ' ' }
						<OpenOrderLink
							url={ order.editUrl }
							number={ order.number }
						/>
					</p>
				) }
				{ isConfirmingLeave && submission.kind !== 'submitting' && (
					<LeaveConfirmation
						isOutcomeUnknown={
							error !== null &&
							error.isOutcomeUnknown &&
							error.code !== 'not_configured'
						}
						onLeave={ onClose }
						onStay={ () => {
							setIsConfirmingLeave( false );
							errorFocus.group.current
								?.querySelector( 'input' )
								?.focus();
						} }
					/>
				) }
			</FormActions>
		</div>
	);
}

function filledInMessage( { name }: CustomerResult ): string {
	return sprintf(
		/* translators: %s: name of a customer. */
		__( 'Filled in from %s.', 'multisafepay-payment-links' ),
		name
	);
}
