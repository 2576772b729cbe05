import { speak } from '@wordpress/a11y';
import { useReducer, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { toApiError } from '../../shared/api/errors';
import type { SettingsClient } from '../client';
import {
	toSettingsForm,
	toSettingsBody,
	settingsFormReducer,
	type FormAction,
} from '../form';
import type { SettingsConfig } from '../schemas';
import { toFieldErrors, validate, type FieldErrors } from '../validate';

/** State of the last attempt to save. */
export type SaveState =
	| { status: 'idle' }
	| { status: 'saving' }
	| { status: 'saved' }
	| { status: 'failed'; message: string };

export function useSettingsForm(
	config: SettingsConfig,
	client: SettingsClient
) {
	const initial = config.settings;
	const [ settings, setSettings ] = useState( initial );
	const [ form, dispatch ] = useReducer(
		settingsFormReducer,
		initial,
		toSettingsForm
	);
	const [ saveState, setSaveState ] = useState< SaveState >( {
		status: 'idle',
	} );
	const [ serverErrors, setServerErrors ] = useState< FieldErrors >( {} );
	// Empty labels of new sites are only an error after the first attempt to save.
	const [ wasSubmitted, setWasSubmitted ] = useState( false );

	const clientErrors = validate( form, config );
	const isDirty =
		JSON.stringify( toSettingsBody( form ) ) !==
		JSON.stringify( toSettingsBody( toSettingsForm( settings ) ) );

	function change( action: FormAction ) {
		dispatch( action );
		setSaveState( { status: 'idle' } );
		setServerErrors( {} );
	}

	function fail( message: string ) {
		setSaveState( { status: 'failed', message } );
		speak( message, 'assertive' );
	}

	/** Resolves to whether the settings were saved. */
	async function save(): Promise< boolean > {
		setWasSubmitted( true );
		if ( Object.keys( clientErrors ).length > 0 ) {
			fail( checkFieldsMessage() );
			return false;
		}

		setSaveState( { status: 'saving' } );
		try {
			const saved = await client.save( toSettingsBody( form ) );
			setSettings( saved );
			dispatch( { type: 'saved', settings: saved } );
			setServerErrors( {} );
			setWasSubmitted( false );
			setSaveState( { status: 'saved' } );
			speak( __( 'Settings saved.', 'multisafepay-payment-links' ) );
			return true;
		} catch ( thrown ) {
			const error = toApiError( thrown );
			setServerErrors( toFieldErrors( error.params, form ) );
			// The message of the server refers to “the fields below”, but here the fields are above the button.
			fail(
				error.code === 'rest_invalid_param'
					? checkFieldsMessage()
					: error.message
			);
			return false;
		}
	}

	return {
		form,
		settings,
		change,
		save,
		saveState,
		isDirty,
		errors: {
			...( wasSubmitted
				? clientErrors
				: withoutEmptyLabels( clientErrors ) ),
			...serverErrors,
		},
	};
}

function checkFieldsMessage(): string {
	return __(
		'Please check the marked fields.',
		'multisafepay-payment-links'
	);
}

function withoutEmptyLabels( errors: FieldErrors ): FieldErrors {
	return Object.fromEntries(
		Object.entries( errors ).filter(
			( [ field ] ) => ! field.endsWith( '.label' )
		)
	);
}
