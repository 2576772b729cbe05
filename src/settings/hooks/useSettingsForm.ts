import { speak } from '@wordpress/a11y';
import { useReducer, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { SettingsClient } from './client';
import { formOf, putOf, reduceForm, type FormAction } from './form';
import type { Settings } from './schemas';
import { fieldErrorsOf, validate, type FieldErrors } from './validate';

/** How the last attempt to save went. */
export type SaveState =
	| { status: 'idle' }
	| { status: 'saving' }
	| { status: 'saved' }
	| { status: 'failed'; message: string };

export function useSettingsForm( initial: Settings, client: SettingsClient ) {
	const [ settings, setSettings ] = useState( initial );
	const [ form, dispatch ] = useReducer( reduceForm, initial, formOf );
	const [ saveState, setSaveState ] = useState< SaveState >( {
		status: 'idle',
	} );
	const [ serverErrors, setServerErrors ] = useState< FieldErrors >( {} );
	// A field that nobody has filled in yet is not wrong before somebody saves.
	const [ wasTried, setWasTried ] = useState( false );

	const clientErrors = validate( form );
	const isDirty =
		JSON.stringify( putOf( form ) ) !==
		JSON.stringify( putOf( formOf( settings ) ) );

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
		setWasTried( true );
		if ( Object.keys( clientErrors ).length > 0 ) {
			fail( checkFieldsWords() );
			return false;
		}

		setSaveState( { status: 'saving' } );
		try {
			const saved = await client.save( putOf( form ) );
			setSettings( saved );
			dispatch( { type: 'saved', settings: saved } );
			setServerErrors( {} );
			setWasTried( false );
			setSaveState( { status: 'saved' } );
			speak( __( 'Settings saved.', 'multisafepay-payment-links' ) );
			return true;
		} catch ( thrown ) {
			const error = toApiError( thrown );
			setServerErrors( fieldErrorsOf( error.params, form ) );
			// The server's words point below itself; here the button is below the fields.
			fail(
				error.code === 'rest_invalid_param'
					? checkFieldsWords()
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
			...( wasTried ? clientErrors : withoutEmptyLabels( clientErrors ) ),
			...serverErrors,
		},
	};
}

function checkFieldsWords(): string {
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
