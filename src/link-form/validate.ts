import { __, sprintf } from '@wordpress/i18n';

import type { Draft } from '../api/schemas';
import { byteLength } from '../utils/bytes';
import { amountToText, exponentOf, parseAmount } from '../utils/money';
import { FIELD_NAMES, type FieldName, type LinkFormValues } from './values';

/*
 * The server checks all of this again and has the last word. These limits are here so that a person sees a mistake while
 * the customer is still on the phone.
 */
export const MAX_DESCRIPTION_BYTES = 200;
const MAX_ORDER_ID = 50;
const MAX_DAYS = 365;
const MAX_NAME = 25;
const MAX_EMAIL = 64;

export type FieldErrors = Partial< Record< FieldName, string > >;

export function validate( values: LinkFormValues, draft: Draft ): FieldErrors {
	const found: Record< FieldName, string | null > = {
		site: checkSite( values.site, draft ),
		amount: checkAmount( values.amount, draft.values.currency ),
		order_id: checkOrderId( values.order_id.trim() ),
		description: checkDescription( values.description.trim() ),
		days_active: checkDays( values.days_active.trim() ),
		second_chance: null,
		'customer.first_name': checkLength(
			values[ 'customer.first_name' ],
			MAX_NAME
		),
		'customer.last_name': checkLength(
			values[ 'customer.last_name' ],
			MAX_NAME
		),
		'customer.email': checkEmail(
			values[ 'customer.email' ].trim(),
			values.second_chance
		),
		'customer.country': null,
		'customer.locale': null,
	};

	const errors: FieldErrors = {};
	for ( const field of FIELD_NAMES ) {
		const message = found[ field ];
		if ( message !== null ) {
			errors[ field ] = message;
		}
	}

	return errors;
}

/** Tells whether the customer would pay more than the order still owes. */
export function isAboveDue( values: LinkFormValues, draft: Draft ): boolean {
	const parsed = parseAmount( values.amount, draft.values.currency );

	return parsed.ok && parsed.amount > Math.max( 0, draft.values.amount );
}

function checkSite( siteId: string, draft: Draft ): string | null {
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

function checkAmount( text: string, currency: string ): string | null {
	const parsed = parseAmount( text, currency );
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

function checkOrderId( orderId: string ): string | null {
	if ( ! /^[A-Za-z0-9._-]*$/.test( orderId ) ) {
		return __(
			'Use letters, digits, hyphens, underscores and dots only.',
			'multisafepay-payment-links'
		);
	}

	return checkLength( orderId, MAX_ORDER_ID );
}

function checkDescription( description: string ): string | null {
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

function checkDays( days: string ): string | null {
	const isWithin =
		/^\d{1,3}$/.test( days ) &&
		Number( days ) >= 1 &&
		Number( days ) <= MAX_DAYS;

	return isWithin
		? null
		: sprintf(
				/* translators: %d: highest number of days. */
				__(
					'Enter a whole number of days from 1 to %d.',
					'multisafepay-payment-links'
				),
				MAX_DAYS
		  );
}

function checkEmail( email: string, isNeeded: boolean ): string | null {
	if ( email === '' ) {
		return isNeeded
			? __(
					'Second Chance needs an e-mail address.',
					'multisafepay-payment-links'
			  )
			: null;
	}
	if ( ! /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test( email ) ) {
		return __(
			'This is not an e-mail address.',
			'multisafepay-payment-links'
		);
	}

	return checkLength( email, MAX_EMAIL );
}

function checkLength( text: string, max: number ): string | null {
	// Code points, as the server counts, not UTF-16 units.
	return Array.from( text.trim() ).length <= max
		? null
		: sprintf(
				/* translators: %d: highest number of characters. */
				__(
					'Use at most %d characters.',
					'multisafepay-payment-links'
				),
				max
		  );
}
