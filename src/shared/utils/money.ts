import { adminLanguage } from './language';

let exponents: ReadonlyMap< string, number > = new Map();

/**
 * Sets the decimals by ISO 4217, which MultiSafepay uses. Intl follows CLDR and differs for some currencies, such as
 * HUF and ISK. The list comes from the server with the config of the screen.
 */
export function setCurrencyExponents(
	list: readonly { readonly code: string; readonly exponent: number }[]
): void {
	exponents = new Map(
		list.map( ( { code, exponent } ) => [ code, exponent ] )
	);
}

/** Returns the number of decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponentOf( currency: string ): number {
	return exponents.get( currency ) ?? 2;
}

/** Formats an amount for display: `€80.00`. */
export function formatMoney( amount: number, currency: string ): string {
	const exponent = exponentOf( currency );
	const value = amount / 10 ** exponent;
	try {
		return new Intl.NumberFormat( adminLanguage(), {
			style: 'currency',
			currency,
			minimumFractionDigits: exponent,
			maximumFractionDigits: exponent,
		} ).format( value );
	} catch {
		// Intl only accepts codes of three letters.
		return `${ currency } ${ value.toFixed( exponent ) }`;
	}
}
