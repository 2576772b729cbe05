import {
	Button,
	Notice,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { ErrorNotice } from '../../shared/components/ErrorNotice';
import { FieldHelp } from '../../shared/components/FieldHelp';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { formatMoney } from '../../shared/utils/money';
import { useSend } from './useSend';

type Props = Pick< LinkDialogProps, 'link' | 'client' | 'showLink' >;

/** Form for the e-mail “Payment link”. */
export function EmailForm( { link, client, showLink }: Props ) {
	const [ to, setTo ] = useState( link.customer.email );
	const [ message, setMessage ] = useState( '' );
	const { state, send, reset } = useSend( client, showLink );
	const toField = useRef< HTMLInputElement >( null );
	const messageField = useRef< HTMLTextAreaElement >( null );

	const error = state.status === 'error' ? state.error : null;
	const toError = error?.params[ 'to' ];
	const messageError = error?.params[ 'message' ];
	const isSending = state.status === 'loading';

	useEffect( () => {
		if ( toError !== undefined ) {
			toField.current?.focus();
		} else if ( messageError !== undefined ) {
			messageField.current?.focus();
		}
	}, [ toError, messageError ] );

	return (
		<div
			role="group"
			aria-label={ __( 'By e-mail', 'multisafepay-payment-links' ) }
			className="msp-payment-links__compose"
		>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				ref={ toField }
				className={ toError === undefined ? '' : 'has-error' }
				label={ __( 'To', 'multisafepay-payment-links' ) }
				help={ <FieldHelp error={ toError } /> }
				value={ to }
				onChange={ ( value ) => {
					setTo( value );
					reset();
				} }
				aria-invalid={ toError !== undefined }
				autoComplete="off"
				inputMode="email"
				dir="ltr"
			/>
			<TextareaControl
				__nextHasNoMarginBottom
				ref={ messageField }
				className={ messageError === undefined ? '' : 'has-error' }
				label={ __(
					'Personal message (optional)',
					'multisafepay-payment-links'
				) }
				help={
					<FieldHelp
						error={ messageError }
						hint={ emailContentsHint(
							formatMoney( link.amount, link.currency )
						) }
					/>
				}
				value={ message }
				onChange={ ( value ) => {
					setMessage( value );
					reset();
				} }
				aria-invalid={ messageError !== undefined }
				rows={ 4 }
				dir="auto"
			/>
			{ error !== null &&
				toError === undefined &&
				messageError === undefined && (
					<ErrorNotice message={ error.message } />
				) }
			{ state.status === 'success' && <Sent to={ to.trim() } /> }
			<Button
				variant="primary"
				isBusy={ isSending }
				disabled={ isSending }
				accessibleWhenDisabled
				onClick={ () =>
					void send( () =>
						client.email( link.id, { to: to.trim(), message } )
					)
				}
			>
				{ isSending
					? __( 'Sending…', 'multisafepay-payment-links' )
					: __( 'Send e-mail', 'multisafepay-payment-links' ) }
			</Button>
		</div>
	);
}

function Sent( { to }: { to: string } ) {
	const message = sprintf(
		/* translators: %s: e-mail address. */
		__( 'The e-mail is on its way to %s.', 'multisafepay-payment-links' ),
		to
	);

	return (
		<Notice
			className="msp-payment-links__notice"
			status="success"
			isDismissible={ false }
			spokenMessage={ message }
		>
			{ message }
		</Notice>
	);
}

function emailContentsHint( amount: string ): string {
	return sprintf(
		/* translators: %s: amount. */
		__(
			'The e-mail holds your message, the order number, the amount of %s, a button to pay, the last moment to do so, and the address of the link. Its words are in the customer’s language where the shop has it.',
			'multisafepay-payment-links'
		),
		amount
	);
}
