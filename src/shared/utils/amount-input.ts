import { adminLanguage } from './language';
import { exponentOf } from './money';

/*
 * Separate from `money.ts`, because only forms need it.
 */

/** Formats an amount for an input, in the decimal separator of the admin language and without grouping: `1250,00`. */
export function amountToText( amount: number, currency: string ): string {
	const exponent = exponentOf( currency );

	return new Intl.NumberFormat( adminLanguage(), {
		minimumFractionDigits: exponent,
		maximumFractionDigits: exponent,
		useGrouping: false,
		numberingSystem: 'latn',
	} ).format( amount / 10 ** exponent );
}

export type ParsedAmount =
	| { readonly ok: true; readonly amount: number }
	| {
			readonly ok: false;
			readonly reason: 'empty' | 'not_a_number' | 'too_precise';
	  };

/**
 * Parses an amount in Dutch, German or English notation: `80`, `80,00`, `80.00`, `1.250,50`, `1,250.50`, `1 250`.
 *
 * `1.250` is rejected as too precise, because it is ambiguous: a thousand in some countries, a fraction of a cent in
 * others.
 */
export function parseAmount( text: string, currency: string ): ParsedAmount {
	const compact = text.replace( /[\s'’]/g, '' );
	if ( compact === '' ) {
		return { ok: false, reason: 'empty' };
	}

	const [ , sign = '', digits = '' ] =
		/^(-?)([\d.,]*\d[\d.,]*)$/.exec( compact ) ?? [];
	const split = digits === '' ? null : splitAmount( digits );
	if ( split === null ) {
		return { ok: false, reason: 'not_a_number' };
	}

	const exponent = exponentOf( currency );
	if ( split.decimals.length > exponent ) {
		return { ok: false, reason: 'too_precise' };
	}

	const amount = Number(
		sign + split.whole + split.decimals.padEnd( exponent, '0' )
	);

	return Number.isSafeInteger( amount )
		? { ok: true, amount }
		: { ok: false, reason: 'not_a_number' };
}

type SplitAmount = { readonly whole: string; readonly decimals: string };

/** The last separator is the decimal separator, unless it occurs twice. Then it can only group thousands. */
function splitAmount( digits: string ): SplitAmount | null {
	const last = Math.max(
		digits.lastIndexOf( '.' ),
		digits.lastIndexOf( ',' )
	);
	const before = digits.slice( 0, Math.max( last, 0 ) );
	const isDecimalSign =
		last >= 0 && ! before.includes( digits.charAt( last ) );

	const whole = ungroup( isDecimalSign ? before : digits );
	return whole === null
		? null
		: { whole, decimals: isDecimalSign ? digits.slice( last + 1 ) : '' };
}

/** Removes the thousands separators; null if they are not in valid positions. */
function ungroup( digits: string ): string | null {
	if ( digits === '' ) {
		return '0';
	}

	return /^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+)$/.test( digits )
		? digits.replace( /[.,]/g, '' )
		: null;
}
