import { __, sprintf } from '@wordpress/i18n';

import type { Draft } from '../../shared/api/schemas';
import { byteLength } from '../../shared/utils/bytes';
import {
	amountToText,
	type ParsedAmount,
} from '../../shared/utils/amount-input';
import { exponentOf } from '../../shared/utils/money';
import type { ExpiryValues, ShopTime } from './expiry';
import { lifetimeOf, MAX_DAYS, MAX_HOURS } from './expiry';
import {
	MAX_DESCRIPTION_BYTES,
	MAX_PROVIDER_EMAIL,
	MIN_NAME_LENGTH,
} from './limits';

/*
 * Each check returns the error message for a value, or null if the value is valid.
 */

export function checkSite( siteId: string, draft: Draft ): string | null {
	const site = draft.options.sites.find( ( { id } ) => id === siteId );
	if ( site === undefined ) {
		return __(
			'Choose a site from the list.',
			'multisafepay-payment-links'
		);
	}

	return site.configured
		? null
		: __(
				'This site has no API key yet. Choose another one, or add a key in the settings.',
				'multisafepay-payment-links'
		  );
}

export function checkAmount(
	parsed: ParsedAmount,
	currency: string
): string | null {
	if ( parsed.ok ) {
		return parsed.amount >= 1
			? null
			: sprintf(
					/* translators: 1: smallest amount, e.g. 0.01. 2: currency code. */
					__(
						'Enter an amount of at least %1$s %2$s.',
						'multisafepay-payment-links'
					),
					amountToText( 1, currency ),
					currency
			  );
	}

	switch ( parsed.reason ) {
		case 'empty':
			return __( 'Enter an amount.', 'multisafepay-payment-links' );
		case 'not_a_number':
			return sprintf(
				/* translators: %s: example of an amount, e.g. 80.00. */
				__(
					'Enter the amount in digits, for example %s.',
					'multisafepay-payment-links'
				),
				amountToText( 80 * 10 ** exponentOf( currency ), currency )
			);
		case 'too_precise':
			return tooPrecise( currency );
	}
}

function tooPrecise( currency: string ): string {
	const exponent = exponentOf( currency );

	return exponent === 0
		? sprintf(
				/* translators: %s: currency code. */
				__(
					'%s has no decimals. Leave out commas and dots.',
					'multisafepay-payment-links'
				),
				currency
		  )
		: sprintf(
				/* translators: 1: currency code. 2: number of decimals. */
				__(
					'%1$s has at most %2$d decimals. Leave out separators for thousands.',
					'multisafepay-payment-links'
				),
				currency,
				exponent
		  );
}

export function checkOrderId( orderId: string ): string | null {
	if ( ! /^[A-Za-z0-9._-]*$/.test( orderId ) ) {
		return __(
			'Use letters, digits, hyphens, underscores and dots only.',
			'multisafepay-payment-links'
		);
	}

	return null;
}

export function checkDescription( description: string ): string | null {
	if ( description === '' ) {
		return __(
			'Enter a description; the customer sees it.',
			'multisafepay-payment-links'
		);
	}

	return byteLength( description ) <= MAX_DESCRIPTION_BYTES
		? null
		: __(
				'This description is too long. Letters with accents count as two or more.',
				'multisafepay-payment-links'
		  );
}

export function checkLifetime(
	values: ExpiryValues,
	time: ShopTime
): string | null {
	const lifetime = lifetimeOf( values, time );
	const isInRange =
		lifetime !== null && lifetime >= 1 && lifetime <= MAX_DAYS * 86_400;
	if ( isInRange ) {
		return null;
	}

	switch ( values.expiry ) {
		case 'days':
			return sprintf(
				/* translators: %d: maximum number of days. */
				__(
					'Enter a whole number of days from 1 to %d.',
					'multisafepay-payment-links'
				),
				MAX_DAYS
			);
		case 'hours':
			return sprintf(
				/* translators: %d: maximum number of hours. */
				__(
					'Enter a whole number of hours from 1 to %d.',
					'multisafepay-payment-links'
				),
				MAX_HOURS
			);
		case 'date':
			return checkExpiryDate( lifetime );
	}
}

function checkExpiryDate( lifetime: number | null ): string {
	if ( lifetime === null ) {
		return __( 'Enter a date and a time.', 'multisafepay-payment-links' );
	}

	return lifetime < 1
		? __(
				'This moment is over. Enter one in the future.',
				'multisafepay-payment-links'
		  )
		: sprintf(
				/* translators: %d: maximum number of days. */
				__(
					'Enter a moment within %d days from now.',
					'multisafepay-payment-links'
				),
				MAX_DAYS
		  );
}

export function checkEmail(
	email: string,
	hasSecondChance: boolean
): string | null {
	if ( email === '' ) {
		return hasSecondChance
			? __(
					'Second Chance needs an e-mail address.',
					'multisafepay-payment-links'
			  )
			: null;
	}
	if ( hasSecondChance && email.length > MAX_PROVIDER_EMAIL ) {
		return sprintf(
			/* translators: %d: a number. */
			__(
				'Second Chance needs an e-mail address of at most %d characters.',
				'multisafepay-payment-links'
			),
			MAX_PROVIDER_EMAIL
		);
	}

	return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test( email )
		? null
		: __( 'This is not an e-mail address.', 'multisafepay-payment-links' );
}

/** Expects a date such as `1980-12-31`. */
export function checkBirthday(
	date: string,
	{ now }: ShopTime
): string | null {
	if ( date === '' ) {
		return null;
	}

	const isDate =
		/^\d{4}-\d\d-\d\d$/.test( date ) &&
		! Number.isNaN( Date.parse( date ) );

	return isDate && date >= '1900' && Date.parse( date ) < now.getTime()
		? null
		: __(
				'Enter a day in the past, as year–month–day, for example 1980–12–31.',
				'multisafepay-payment-links'
		  );
}

export function checkUrl( url: string ): string | null {
	// The server only accepts ASCII characters in URLs.
	return url === '' || /^https?:\/\/[a-z0-9[][\x21-\x7e]*$/i.test( url )
		? null
		: __(
				'Enter a whole web address, for example https://example.com/thanks.',
				'multisafepay-payment-links'
		  );
}

export function checkRecipientName( name: string ): string | null {
	if ( name === '' ) {
		return required();
	}

	return lengthOf( name ) >= MIN_NAME_LENGTH
		? null
		: sprintf(
				/* translators: %d: minimum number of characters. */
				__(
					'Use at least %d characters.',
					'multisafepay-payment-links'
				),
				MIN_NAME_LENGTH
		  );
}

export function required(): string {
	return __( 'This field is needed.', 'multisafepay-payment-links' );
}

export function checkLength(
	value: string | boolean,
	max: number | undefined
): string | null {
	return typeof value === 'boolean' ||
		max === undefined ||
		lengthOf( value.trim() ) <= max
		? null
		: sprintf(
				/* translators: %d: maximum number of characters. */
				__(
					'Use at most %d characters.',
					'multisafepay-payment-links'
				),
				max
		  );
}

/** Counts code points, as the server does, instead of UTF-16 units. */
function lengthOf( text: string ): number {
	return Array.from( text ).length;
}
