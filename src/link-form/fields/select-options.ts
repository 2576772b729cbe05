import { __ } from '@wordpress/i18n';

/** A select shows its first option for a value that it does not have, and would then lie about what is sent. */
export function withCurrent(
	choices: readonly { code: string; name: string }[],
	current: string
): { value: string; label: string }[] {
	const options = choices.map( ( { code, name } ) => ( {
		value: code,
		label: name,
	} ) );
	if ( options.some( ( { value } ) => value === current ) ) {
		return options;
	}

	const label =
		current === ''
			? __( 'Not given', 'multisafepay-payment-links' )
			: current;
	return [ { value: current, label }, ...options ];
}
