import {
	CheckboxControl,
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import type { HTMLAttributes, ReactNode } from 'react';

import type { LinkForm } from '../hooks/useLinkForm';
import type { FieldName, LinkFormValues } from '../link-form/fields';

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
 * Inside WooCommerce's order form on purpose without `name`, so that nothing is posted with the order, and without
 * `type="email"`, `required` and the like, since the browser would then refuse to save the order over a field of ours.
 */

/** The id of no form on the page. */
const NO_FORM = 'multisafepay-payment-links-no-form';

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
			onBlur={ () => form.leave( name ) }
			aria-invalid={ error !== undefined }
			autoComplete="off"
			type={ type }
			// A date that is typed in part is invalid to a browser: it belongs to no form, so that no order waits for it.
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
			onBlur={ () => form.leave( name ) }
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
			onBlur={ () => form.leave( name ) }
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

type FieldHelpProps = {
	hint?: ReactNode;
	error: string | undefined;
};

/** Both parts sit in the control's own help element, which already describes the input to a screen reader. */
export function FieldHelp( { hint, error }: FieldHelpProps ) {
	return (
		<>
			{ error !== undefined && (
				<span className="msp-payment-links__error">{ error }</span>
			) }
			{ hint !== undefined && <span>{ hint }</span> }
		</>
	);
}

function fieldClass( name: FieldName, error: string | undefined ): string {
	return [
		'msp-payment-links__field',
		`is-${ name.replace( /[._]/g, '-' ) }`,
		error === undefined ? '' : 'has-error',
	].join( ' ' );
}
