import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../../shared/api/errors';
import type { SettingsClient } from '../client';
import { keyToCheck, type SiteForm } from '../form';
import type { CheckedKey } from '../schemas';

type KeyCheckProps = {
	site: SiteForm;
	check: SettingsClient[ 'check' ];
};

type CheckState =
	| { status: 'idle' }
	| { status: 'checking' }
	| { status: 'done'; isValid: boolean; message: string };

/** Checks the key in the form, whether it is saved or not. */
export function KeyCheck( { site, check }: KeyCheckProps ) {
	const [ state, setState ] = useState< CheckState >( { status: 'idle' } );
	const key = keyToCheck( site );
	const identity = JSON.stringify( [ key, site.saved ] );
	const current = useRef( identity );

	useEffect( () => {
		current.current = identity;
		setState( { status: 'idle' } );
	}, [ identity ] );

	async function run() {
		if ( key === null || state.status === 'checking' ) {
			return;
		}
		setState( { status: 'checking' } );
		const [ isValid, message ] = await check( key ).then(
			( checked ): [ boolean, string ] => [
				true,
				successMessage( checked ),
			],
			( thrown: unknown ): [ boolean, string ] => [
				false,
				errorMessage( thrown ),
			]
		);
		// The key was changed after the request, so the result does not apply to it.
		if ( current.current === identity ) {
			setState( { status: 'done', isValid, message } );
			speak( message, isValid ? 'polite' : 'assertive' );
		}
	}

	return (
		<div className="msp-payment-links-settings__check">
			<Button
				variant="secondary"
				size="compact"
				accessibleWhenDisabled
				disabled={ key === null }
				isBusy={ state.status === 'checking' }
				onClick={ run }
			>
				{ state.status === 'checking'
					? __( 'Checking…', 'multisafepay-payment-links' )
					: __( 'Check key', 'multisafepay-payment-links' ) }
			</Button>
			{ state.status === 'done' && (
				<p
					className={
						state.isValid
							? 'msp-payment-links-settings__good'
							: 'msp-payment-links-settings__error'
					}
				>
					<span aria-hidden="true">
						{ state.isValid ? '✓' : '✕' }
					</span>{ ' ' }
					{ state.message }
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
function errorMessage( thrown: unknown ): string {
	const error = toApiError( thrown );
	return Object.values( error.params )[ 0 ] ?? error.message;
}
