import { Button, Notice } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';

import type { CreateBody, Draft } from '../api/schemas';
import { useLinkForm } from '../hooks/useLinkForm';
import { ConfirmPaid } from './ConfirmPaid';
import { CustomerFields } from './CustomerFields';
import { FormError } from './FormError';
import { PaymentFields } from './PaymentFields';

type Props = {
	draft: Draft;
	idempotencyKey: string;
	settingsUrl: string;
	canManageSettings: boolean;
	create: ( body: CreateBody ) => Promise< void >;
	onCancel: () => void;
};

/** The form in simple mode. A group, not a form element: it stands inside WooCommerce's order form. */
export function LinkForm( {
	draft,
	idempotencyKey,
	settingsUrl,
	canManageSettings,
	create,
	onCancel,
}: Props ) {
	const form = useLinkForm( { draft, idempotencyKey, create } );
	const { submission } = form;
	const isSending = submission.kind === 'sending';
	const group = useRef< HTMLDivElement >( null );
	const heading = useRef< HTMLHeadingElement >( null );
	const headingId = useId();

	useEffect( () => heading.current?.focus(), [] );

	useEffect( () => {
		if (
			submission.kind === 'held_back' ||
			submission.kind === 'refused'
		) {
			group.current
				?.querySelector< HTMLElement >( '[aria-invalid="true"]' )
				?.focus();
		}
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
			<h3 ref={ heading } id={ headingId } tabIndex={ -1 }>
				{ __( 'New payment link', 'multisafepay-payment-links' ) }
			</h3>
			<p className="msp-payment-links__lead">
				{ __(
					'Filled in from the order. Check it, then press “Generate link”.',
					'multisafepay-payment-links'
				) }
			</p>
			{ draft.warnings.length > 0 && (
				<Notice
					className="msp-payment-links__notice"
					status="warning"
					isDismissible={ false }
				>
					{ draft.warnings.map( ( { code, message } ) => (
						<p key={ code }>{ message }</p>
					) ) }
				</Notice>
			) }
			<PaymentFields form={ form } draft={ draft } />
			<h4>{ __( 'Customer', 'multisafepay-payment-links' ) }</h4>
			<CustomerFields form={ form } draft={ draft } />
			{ form.needsConfirmation && (
				<ConfirmPaid form={ form } draft={ draft } />
			) }
			<div className="msp-payment-links__actions is-sticky">
				{ submission.kind === 'refused' && (
					<FormError
						error={ submission.error }
						settingsUrl={ settingsUrl }
						canManageSettings={ canManageSettings }
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
