import { Button, ToggleControl } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { AdvancedPart } from '../components/AdvancedPart';
import { CustomerFields } from '../components/CustomerFields';
import { DraftWarnings } from '../components/DraftWarnings';
import { FormActions } from '../components/FormActions';
import { OpenOrder } from '../components/OpenOrder';
import { submitOnEnter } from '../components/submit-on-enter';
import { useLatest } from '../hooks/useLatest';
import { useMistakes } from '../hooks/useMistakes';
import type { LinksConfig } from '../links/config';
import type { PhoneOrderClient } from './client';
import { CustomerSearch } from './CustomerSearch';
import { LeaveQuestion } from './LeaveQuestion';
import { PhoneAmount } from './PhoneAmount';
import { PhoneDetails } from './PhoneDetails';
import type { FoundCustomer, PhoneDraft } from './schemas';
import { usePhoneOrder } from './usePhoneOrder';

type Props = {
	draft: PhoneDraft;
	config: LinksConfig;
	client: PhoneOrderClient;
	/** Counts how often somebody wanted to close the window. */
	leaving: number;
	onMade: ( link: Link, askedAmount: number ) => void;
	onHalfMade: () => void;
	onClose: () => void;
};

/** Names on the wire that have a place here. */
const OWN_PARAMS = [ 'customer_id', 'tax_class' ];

/** Amount, customer, button: the rest is filled in. */
export function PhoneOrderForm( {
	draft,
	config,
	client,
	leaving,
	onMade,
	onHalfMade,
	onClose,
}: Props ) {
	const phoneOrder = usePhoneOrder( {
		draft,
		shopName: config.share.shop_name,
		zone: config.timezone,
		client,
		onMade,
		onHalfMade,
	} );
	const { form, chosen } = phoneOrder;
	const { submission } = form;
	const mistakes = useMistakes( form );
	const [ wantsAll, setWantsAll ] = useState( false );
	const isAdvanced = wantsAll || mistakes.isOpened;
	const [ isLeaving, setIsLeaving ] = useState( false );
	const search = useRef< HTMLDivElement >( null );
	const headingId = useId();
	const error = submission.kind === 'refused' ? submission.error : null;
	const order = error?.orderCopy ?? null;

	function leave(): void {
		if ( submission.kind === 'sending' ) {
			return;
		}
		// An order that is there can get its link on its own screen.
		if ( order !== null || ! phoneOrder.isChanged ) {
			onClose();
		} else {
			setIsLeaving( true );
		}
	}

	const latestLeave = useLatest( leave );
	useEffect( () => {
		if ( leaving > 0 ) {
			latestLeave.current();
		}
	}, [ leaving, latestLeave ] );

	function choose( customer: FoundCustomer ): void {
		chosen.choose( customer );
		speak( filledIn( customer ) );
	}

	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Not a control: it catches the Enter of the fields inside.
		<div
			ref={ mistakes.group }
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
				<CustomerSearch client={ client } onChoose={ choose } />
				{ chosen.customer !== null && (
					<p>
						{ filledIn( chosen.customer ) }{ ' ' }
						<Button
							variant="link"
							onClick={ () => {
								chosen.undo();
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
					mistakes.forget();
					setWantsAll( isOn );
				} }
			/>
			{ isAdvanced && (
				<AdvancedPart
					form={ form }
					draft={ phoneOrder.draft }
					loadMethods={ phoneOrder.loadMethods }
					hasItems={ false }
					level={ 2 }
					onShown={ mistakes.focus }
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
				shown={ OWN_PARAMS }
				onCancel={ leave }
			>
				{ order !== null && (
					<p>
						{ __(
							'“Try again” makes the link of that order, not a second order.',
							'multisafepay-payment-links'
						) }{ ' ' }
						<OpenOrder
							url={ order.editUrl }
							number={ order.number }
						/>
					</p>
				) }
				{ isLeaving && submission.kind !== 'sending' && (
					<LeaveQuestion
						isOutcomeUnknown={
							error !== null &&
							error.isOutcomeUnknown &&
							error.code !== 'not_configured'
						}
						onLeave={ onClose }
						onStay={ () => {
							setIsLeaving( false );
							mistakes.group.current
								?.querySelector( 'input' )
								?.focus();
						} }
					/>
				) }
			</FormActions>
		</div>
	);
}

function filledIn( { name }: FoundCustomer ): string {
	return sprintf(
		/* translators: %s: name of a customer. */
		__( 'Filled in from %s.', 'multisafepay-payment-links' ),
		name
	);
}
