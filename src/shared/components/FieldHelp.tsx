import type { ReactNode } from 'react';

type Props = {
	hint?: ReactNode;
	error: string | undefined;
};

/** Hint and error of a field. Both are part of the help element, which describes the input to screen readers. */
export function FieldHelp( { hint, error }: Props ) {
	return (
		<>
			{ error !== undefined && (
				<span className="msp-payment-links__error">{ error }</span>
			) }
			{ hint !== undefined && <span>{ hint }</span> }
		</>
	);
}
