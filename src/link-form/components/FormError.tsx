import { __ } from '@wordpress/i18n';

import type { ApiError } from '../api/errors';
import { fieldForParam } from '../link-form/values';
import { ErrorNotice } from './ErrorNotice';

type Props = {
	error: ApiError;
	settingsUrl: string;
	canManageSettings: boolean;
	/** Names on the wire that the form shows messages for beside those of links. */
	shown?: readonly string[];
};

/** Says why no link came, and lists what belongs to no field of this form. */
export function FormError( {
	error,
	settingsUrl,
	canManageSettings,
	shown = [],
}: Props ) {
	// The confirmation beside the button says it, and has the focus.
	if ( error.code === 'order_already_paid' ) {
		return null;
	}

	const elsewhere = Object.entries( error.params ).filter(
		( [ param ] ) =>
			fieldForParam( param, 'days' ) === null && ! shown.includes( param )
	);

	return (
		<ErrorNotice message={ wordsFor( error ) }>
			{ elsewhere.length > 0 && (
				<ul>
					{ elsewhere.map( ( [ param, message ] ) => (
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

function wordsFor( error: ApiError ): string {
	// Where an order was made all the same, the shop says which.
	if ( error.code === 'rest_invalid_param' && error.orderCopy === null ) {
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
