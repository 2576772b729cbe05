import type { ReactNode } from 'react';

/** Returns a help text with the error before it. Both describe the input to screen readers. */
export function helpWithError( help: ReactNode, error: string | undefined ) {
	return (
		<>
			{ error !== undefined && (
				<span className="msp-payment-links-settings__error">
					{ error }{ ' ' }
				</span>
			) }
			{ help }
		</>
	);
}
