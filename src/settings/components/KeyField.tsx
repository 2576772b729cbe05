import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { isSetOnServer, type KeyEdit, type SiteForm } from '../form';
import type { Field } from '../schemas';
import { TextField } from './TextField';

type KeyFieldProps = {
	field: Field;
	site: SiteForm;
	/** Masked key of the official plugin for this environment, if it has one. */
	officialKey: string | undefined;
	error: string | undefined;
	onChange: ( keyEdit: KeyEdit ) => void;
};

/** Shows the key of a site and the actions to change it. */
export function KeyField( {
	field,
	site,
	officialKey,
	error,
	onChange,
}: KeyFieldProps ) {
	const { keyEdit, saved } = site;
	const element = useRef< HTMLDivElement >( null );
	const wasTyping = useRef( keyEdit.kind === 'typed' );
	const isTyping = keyEdit.kind === 'typed';

	useEffect( () => {
		// After “Replace” the input gets the focus, after “Cancel” the button.
		if ( isTyping !== wasTyping.current ) {
			wasTyping.current = isTyping;
			element.current
				?.querySelector< HTMLElement >( isTyping ? 'input' : 'button' )
				?.focus();
		}
	}, [ isTyping ] );

	if ( saved !== null && isFixed( site ) ) {
		return (
			<div className="msp-payment-links-settings__key">
				<KeyLabel label={ field.label } />
				<p>
					<code>{ saved.api_key }</code>
				</p>
				<p className="msp-payment-links-settings__help">
					{ fixedKeyMessage( site ) }
				</p>
			</div>
		);
	}

	const usesOfficial =
		keyEdit.kind === 'official' ||
		( keyEdit.kind === 'keep' && saved?.key_source === 'official' );
	const hasStored =
		keyEdit.kind === 'keep' &&
		saved?.key_source === 'stored' &&
		saved.api_key !== '';

	return (
		<div className="msp-payment-links-settings__key" ref={ element }>
			{ isTyping ? (
				<TextField
					isCode
					label={ field.label }
					value={ keyEdit.value }
					onChange={ ( value ) =>
						onChange( { kind: 'typed', value } )
					}
					error={ error }
					help={ field.help }
				/>
			) : (
				<>
					<KeyLabel label={ field.label } />
					<p>{ keyInUse( site, officialKey ) }</p>
					{ error !== undefined && (
						<p className="msp-payment-links-settings__error">
							{ error }
						</p>
					) }
				</>
			) }
			<div className="msp-payment-links-settings__actions">
				{ ! isTyping && (
					<Button
						variant="secondary"
						size="compact"
						onClick={ () =>
							onChange( { kind: 'typed', value: '' } )
						}
					>
						{ hasStored
							? __( 'Replace key', 'multisafepay-payment-links' )
							: __(
									'Enter a key',
									'multisafepay-payment-links'
							  ) }
					</Button>
				) }
				{ hasStored && (
					<Button
						variant="tertiary"
						size="compact"
						isDestructive
						onClick={ () => onChange( { kind: 'remove' } ) }
					>
						{ __( 'Remove key', 'multisafepay-payment-links' ) }
					</Button>
				) }
				{ saved !== null && keyEdit.kind !== 'keep' && (
					<Button
						variant="tertiary"
						size="compact"
						onClick={ () => onChange( { kind: 'keep' } ) }
					>
						{ __( 'Cancel', 'multisafepay-payment-links' ) }
					</Button>
				) }
				{ officialKey !== undefined && ! usesOfficial && (
					<Button
						variant="tertiary"
						size="compact"
						onClick={ () => onChange( { kind: 'official' } ) }
					>
						{ sprintf(
							/* translators: %s: a masked API key. */
							__(
								'Use the key of the MultiSafepay plugin (%s)',
								'multisafepay-payment-links'
							),
							officialKey
						) }
					</Button>
				) }
			</div>
		</div>
	);
}

function KeyLabel( { label }: { label: string } ) {
	return <p className="msp-payment-links-settings__label">{ label }</p>;
}

/** A key that is set on the server belongs to one environment. After a change of the environment it can be edited. */
function isFixed( { saved, environment }: SiteForm ): boolean {
	return (
		saved !== null &&
		isSetOnServer( saved ) &&
		saved.environment === environment
	);
}

function fixedKeyMessage( { saved, environment }: SiteForm ): string {
	const name = `MULTISAFEPAY_API_KEY_${ environment.toUpperCase() }`;
	return saved?.key_source === 'constant'
		? sprintf(
				/* translators: %s: name of a PHP constant. */
				__(
					'From the constant %s; it cannot be changed here.',
					'multisafepay-payment-links'
				),
				name
		  )
		: sprintf(
				/* translators: %s: name of an environment variable. */
				__(
					'From the environment variable %s; it cannot be changed here.',
					'multisafepay-payment-links'
				),
				name
		  );
}

function keyInUse( { keyEdit, saved }: SiteForm, officialKey?: string ) {
	if ( keyEdit.kind === 'remove' ) {
		return __(
			'The key is removed when you save.',
			'multisafepay-payment-links'
		);
	}
	if ( keyEdit.kind === 'official' || saved?.key_source === 'official' ) {
		return officialKey === undefined
			? __(
					'The MultiSafepay plugin has no key for this environment.',
					'multisafepay-payment-links'
			  )
			: sprintf(
					/* translators: %s: a masked API key. */
					__(
						'The key of the MultiSafepay plugin (%s) is used.',
						'multisafepay-payment-links'
					),
					officialKey
			  );
	}
	if ( saved !== null && isSetOnServer( saved ) ) {
		return __(
			'Save to see which key is used.',
			'multisafepay-payment-links'
		);
	}
	return saved?.key_source === 'stored' ? (
		<code>{ saved.api_key }</code>
	) : (
		__( 'No key yet.', 'multisafepay-payment-links' )
	);
}
