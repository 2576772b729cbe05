import { TextControl } from '@wordpress/components';
import type { ReactNode } from 'react';

type TextFieldProps = {
	label: string;
	value: string;
	onChange: ( value: string ) => void;
	help?: ReactNode;
	error?: string | undefined;
	/** For keys, ids and numbers: no spell check. */
	isCode?: boolean;
	maxLength?: number;
	inputMode?: 'text' | 'numeric';
	className?: string;
};

/** Text input with the error before the help text. Both describe the input to screen readers. */
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
			help={
				<>
					{ error !== undefined && (
						<span className="msp-payment-links-settings__error">
							{ error }{ ' ' }
						</span>
					) }
					{ help }
				</>
			}
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
