import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { SettingsClient } from './client';
import { keyToCheck, type SiteForm } from './form';
import type { CheckedKey } from './schemas';

type KeyCheckProps = {
	site: SiteForm;
	check: SettingsClient[ 'check' ];
};

type CheckState =
	| { status: 'idle' }
	| { status: 'checking' }
	| { status: 'done'; isGood: boolean; words: string };

/** Proves the key as it stands in the form, saved or not. */
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
		const [ isGood, words ] = await check( key ).then(
			( checked ): [ boolean, string ] => [ true, goodWords( checked ) ],
			( thrown: unknown ): [ boolean, string ] => [
				false,
				badWords( thrown ),
			]
		);
		// Another key was typed meanwhile: this answer is not about it.
		if ( current.current === identity ) {
			setState( { status: 'done', isGood, words } );
			speak( words, isGood ? 'polite' : 'assertive' );
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
						state.isGood
							? 'msp-payment-links-settings__good'
							: 'msp-payment-links-settings__error'
					}
				>
					<span aria-hidden="true">{ state.isGood ? '✓' : '✕' }</span>{ ' ' }
					{ state.words }
				</p>
			) }
		</div>
	);
}

function goodWords( checked: CheckedKey ): string {
	const words =
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
	return sprintf( words, checked.account_id, checked.site_id );
}

/** "Please check the fields" helps nobody beside one button: the field's own words do. */
function badWords( thrown: unknown ): string {
	const error = toApiError( thrown );
	return Object.values( error.params )[ 0 ] ?? error.message;
}
