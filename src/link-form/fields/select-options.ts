import { __ } from '@wordpress/i18n';

/** Adds the current value to the options, because a select without it would show the first option instead. */
export function withCurrentOption(
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
