import {
	CheckboxControl,
	SelectControl,
	TextareaControl,
} from '@wordpress/components';
import type { ReactNode } from 'react';

import type { Field, SettingValue } from '../schemas';
import { NumberField } from './NumberField';
import { TextField } from './TextField';
import { helpWithError } from './help-with-error';

type SettingFieldProps = {
	field: Field;
	value: SettingValue | undefined;
	error?: string | undefined;
	/** Replaces the help text of the declaration. */
	help?: ReactNode;
	onChange: ( value: SettingValue ) => void;
};

/** The control for a setting. Its declaration decides which one it is. */
export function SettingField( {
	field,
	value,
	error,
	help = field.help,
	onChange,
}: SettingFieldProps ) {
	if ( field.type === 'boolean' ) {
		return (
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ field.label }
				help={ help }
				checked={ value === true }
				onChange={ onChange }
			/>
		);
	}
	if ( field.options.length > 0 ) {
		return (
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ field.label }
				help={ error ?? help }
				value={ String( value ?? '' ) }
				options={ optionsWith( field, value ) }
				onChange={ ( selected ) =>
					onChange(
						field.type === 'integer' ? Number( selected ) : selected
					)
				}
			/>
		);
	}
	if ( field.type === 'integer' ) {
		return (
			<NumberField
				field={ field }
				value={ Number( value ) }
				help={ help }
				error={ error }
				onChange={ onChange }
			/>
		);
	}
	return field.is_multiline === true ? (
		<TextareaControl
			__nextHasNoMarginBottom
			label={ field.label }
			value={ String( value ?? '' ) }
			onChange={ onChange }
			rows={ 4 }
			aria-invalid={ error !== undefined }
			help={ helpWithError( help, error ) }
		/>
	) : (
		<TextField
			label={ field.label }
			value={ String( value ?? '' ) }
			onChange={ onChange }
			help={ help }
			error={ error }
		/>
	);
}

/** A number that was set in another way is offered, too. */
function optionsWith( { type, options }: Field, value?: SettingValue ) {
	const current = String( value ?? '' );
	if (
		type !== 'integer' ||
		options.some( ( option ) => option.value === current )
	) {
		return options;
	}
	return [ ...options, { value: current, label: current } ].sort(
		( a, b ) => Number( a.value ) - Number( b.value )
	);
}
