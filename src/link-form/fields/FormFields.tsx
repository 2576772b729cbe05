import {
	CheckboxControl,
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import type { HTMLAttributes, ReactNode } from 'react';

import { FieldHelp } from '../../shared/components/FieldHelp';
import type { LinkForm } from '../hooks/useLinkForm';
import type { FieldName, LinkFormValues } from '../model/fields';

type FieldOf< Value > = {
	[ Name in FieldName ]: LinkFormValues[ Name ] extends Value ? Name : never;
}[ FieldName ];

type Shared< Value > = {
	form: LinkForm;
	name: FieldOf< Value >;
	label: ReactNode;
	hint?: ReactNode;
};

/*
 * The fields are inside the form of the order screen. They have no `name`, so they are not submitted with the order,
 * and no `type="email"` or `required`, because their browser validation would block saving the order.
 */

/** The id of a form that does not exist. */
export const NO_FORM = 'multisafepay-payment-links-no-form';

export function TextField( {
	form,
	name,
	label,
	hint,
	type = 'text',
	inputMode = 'text',
	dir = 'auto',
}: Shared< string > & {
	type?: 'text' | 'date' | 'datetime-local';
	inputMode?: HTMLAttributes< HTMLInputElement >[ 'inputMode' ];
	dir?: 'auto' | 'ltr';
} ) {
	const error = form.errors[ name ];

	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className={ fieldClass( name, error ) }
			label={ label }
			help={ <FieldHelp hint={ hint } error={ error } /> }
			value={ form.values[ name ] }
			onChange={ ( value ) => form.change( { [ name ]: value } ) }
			onBlur={ () => form.blur( name ) }
			aria-invalid={ error !== undefined }
			autoComplete="off"
			type={ type }
			// An incomplete date is invalid. Without an owner form, it does not block saving the order.
			{ ...( type === 'text' ? { inputMode, dir } : { form: NO_FORM } ) }
		/>
	);
}

export function TextareaField( { form, name, label, hint }: Shared< string > ) {
	const error = form.errors[ name ];

	return (
		<TextareaControl
			__nextHasNoMarginBottom
			className={ fieldClass( name, error ) }
			label={ label }
			help={ <FieldHelp hint={ hint } error={ error } /> }
			value={ form.values[ name ] }
			onChange={ ( value ) => form.change( { [ name ]: value } ) }
			onBlur={ () => form.blur( name ) }
			aria-invalid={ error !== undefined }
			rows={ 3 }
			dir="auto"
		/>
	);
}

export function SelectField( {
	form,
	name,
	label,
	hint,
	options,
}: Shared< string > & {
	options: { value: string; label: string; disabled?: boolean }[];
} ) {
	const error = form.errors[ name ];

	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className={ fieldClass( name, error ) }
			label={ label }
			help={ <FieldHelp hint={ hint } error={ error } /> }
			value={ form.values[ name ] }
			options={ options }
			onChange={ ( value ) => form.change( { [ name ]: value } ) }
			onBlur={ () => form.blur( name ) }
			aria-invalid={ error !== undefined }
		/>
	);
}

export function CheckboxField( {
	form,
	name,
	label,
	hint,
}: Shared< boolean > & { label: string } ) {
	const error = form.errors[ name ];

	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			className={ fieldClass( name, error ) }
			label={ label }
			help={ <FieldHelp hint={ hint } error={ error } /> }
			checked={ form.values[ name ] }
			onChange={ ( checked ) => form.change( { [ name ]: checked } ) }
			aria-invalid={ error !== undefined }
		/>
	);
}

export function fieldClass(
	name: FieldName,
	error: string | undefined
): string {
	return [
		'msp-payment-links__field',
		`is-${ name.replace( /[._]/g, '-' ) }`,
		error === undefined ? '' : 'has-error',
	].join( ' ' );
}
