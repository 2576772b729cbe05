import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useEffect } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { ApiError } from '../../shared/api/errors';
import { useRequest } from '../../shared/hooks/useRequest';
import type { SettingsClient } from '../client';
import { keyToCheck, type SiteForm } from '../form';
import type { CheckedKey } from '../schemas';

type KeyCheckProps = {
	site: SiteForm;
	check: SettingsClient[ 'check' ];
};

/** Checks the key in the form, whether it is saved or not. */
export function KeyCheck( { site, check }: KeyCheckProps ) {
	const { state, run, reset } = useRequest< CheckedKey >();
	const key = keyToCheck( site );
	const identity = JSON.stringify( [ key, site.saved ] );

	// The result does not apply to a key that was changed after the request.
	useEffect( reset, [ identity, reset ] );

	async function checkKey() {
		if ( key === null || state.status === 'loading' ) {
			return;
		}

		const result = await run( () => check( key ) );
		if ( result.status === 'success' ) {
			speak( successMessage( result.data ), 'polite' );
		} else if ( result.status === 'error' ) {
			speak( errorMessage( result.error ), 'assertive' );
		}
	}

	return (
		<div className="msp-payment-links-settings__check">
			<Button
				variant="secondary"
				size="compact"
				accessibleWhenDisabled
				disabled={ key === null }
				isBusy={ state.status === 'loading' }
				onClick={ checkKey }
			>
				{ state.status === 'loading'
					? __( 'Checking…', 'multisafepay-payment-links' )
					: __( 'Check key', 'multisafepay-payment-links' ) }
			</Button>
			{ state.status === 'success' && (
				<p className="msp-payment-links-settings__good">
					<span aria-hidden="true">✓</span>{ ' ' }
					{ successMessage( state.data ) }
				</p>
			) }
			{ state.status === 'error' && (
				<p className="msp-payment-links-settings__error">
					<span aria-hidden="true">✕</span>{ ' ' }
					{ errorMessage( state.error ) }
				</p>
			) }
		</div>
	);
}

function successMessage( checked: CheckedKey ): string {
	const message =
		checked.environment === 'live'
			? /* translators: 1: account number, 2: site number. */
			  __(
					'The key works: live account %1$s, site %2$s.',
					'multisafepay-payment-links'
			  )
			: /* translators: 1: account number, 2: site number. */
			  __(
					'The key works: test account %1$s, site %2$s.',
					'multisafepay-payment-links'
			  );
	return sprintf( message, checked.account_id, checked.site_id );
}

/** The message of the field is more specific than the general message for invalid parameters. */
function errorMessage( error: ApiError ): string {
	return Object.values( error.params )[ 0 ] ?? error.message;
}
