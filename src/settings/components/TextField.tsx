import { TextControl } from '@wordpress/components';
import type { ReactNode } from 'react';

import { helpWithError } from './help-with-error';

type TextFieldProps = {
	label: string;
	value: string;
	onChange: ( value: string ) => void;
	help?: ReactNode;
	error?: string | undefined;
	/** For keys, ids and numbers: no spell check. */
	isCode?: boolean;
	maxLength?: number | undefined;
	inputMode?: 'text' | 'numeric';
	className?: string;
};

/** Text input with the error before the help text. */
export function TextField( {
	label,
	value,
	onChange,
	help,
	error,
	isCode = false,
	className = '',
	...rest
}: TextFieldProps ) {
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ label }
			value={ value }
			onChange={ onChange }
			help={ helpWithError( help, error ) }
			aria-invalid={ error !== undefined }
			autoComplete="off"
			spellCheck={ ! isCode }
			className={ `${ className } ${
				isCode ? 'msp-payment-links-settings__code' : ''
			}` }
			{ ...rest }
		/>
	);
}
