import { useState } from '@wordpress/element';
import type { ReactNode } from 'react';

import type { Field } from '../schemas';
import { TextField } from './TextField';

type NumberFieldProps = {
	field: Field;
	/** NaN if the input contains no number. */
	value: number;
	help: ReactNode;
	error: string | undefined;
	onChange: ( value: number ) => void;
};

/** Text input for a whole number. */
export function NumberField( {
	field,
	value,
	help,
	error,
	onChange,
}: NumberFieldProps ) {
	// The input can be empty while it is edited.
	const [ text, setText ] = useState( String( value ) );

	return (
		<TextField
			className="msp-payment-links-settings__number"
			inputMode="numeric"
			maxLength={ String( field.maximum ?? '' ).length || undefined }
			label={ field.label }
			value={
				Object.is( toNumber( text ), value ) ? text : String( value )
			}
			onChange={ ( changed ) => {
				setText( changed );
				onChange( toNumber( changed ) );
			} }
			help={ help }
			error={ error }
		/>
	);
}

function toNumber( text: string ): number {
	return text.trim() === '' ? NaN : Number( text );
}
