import { __ } from '@wordpress/i18n';

import type { ApiError } from '../../shared/api/errors';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import { fieldForParam } from '../model/values';

type Props = {
	error: ApiError;
	settingsUrl: string;
	canManageSettings: boolean;
	/** Parameters of the REST API whose messages are shown elsewhere in the form. */
	handledParams?: readonly string[];
};

/** Shows why the request failed, and the messages that do not belong to a field of the form. */
export function FormError( {
	error,
	settingsUrl,
	canManageSettings,
	handledParams = [],
}: Props ) {
	// The checkbox next to the button shows this error and has the focus.
	if ( error.code === 'order_already_paid' ) {
		return null;
	}

	const otherMessages = Object.entries( error.params ).filter(
		( [ param ] ) =>
			fieldForParam( param, 'days' ) === null &&
			! handledParams.includes( param )
	);

	return (
		<ErrorNotice message={ errorMessage( error ) }>
			{ otherMessages.length > 0 && (
				<ul>
					{ otherMessages.map( ( [ param, message ] ) => (
						<li key={ param }>{ `${ param }: ${ message }` }</li>
					) ) }
				</ul>
			) }
			{ error.code === 'not_configured' && canManageSettings && (
				<p>
					<a href={ settingsUrl }>
						{ __(
							'Open the settings',
							'multisafepay-payment-links'
						) }
					</a>
				</p>
			) }
		</ErrorNotice>
	);
}

function errorMessage( error: ApiError ): string {
	// If an order was created, the message of the server names it.
	if ( error.code === 'rest_invalid_param' && error.createdOrder === null ) {
		return __(
			'No link was made. Please correct what is marked.',
			'multisafepay-payment-links'
		);
	}
	if ( error.status === null ) {
		return `${ error.message } ${ __(
			'You can press the button again: you will get one link, not two.',
			'multisafepay-payment-links'
		) }`;
	}

	return error.message;
}
