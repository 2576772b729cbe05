import type { Draft } from '../../shared/api/schemas';
import { parseLocalTime, formatLocalTime } from './zone';

const HOUR = 3600;
const DAY = 24 * HOUR;

export const MAX_DAYS = 365;
export const MAX_HOURS = MAX_DAYS * 24;

export const EXPIRY_UNITS = [ 'days', 'hours', 'date' ] as const;

export type ExpiryUnit = ( typeof EXPIRY_UNITS )[ number ];

/** Only the field of the selected unit is used. */
export type ExpiryValues = {
	readonly expiry: ExpiryUnit;
	readonly days_active: string;
	readonly hours_active: string;
	/** Local time in the time zone of the shop: `2026-12-24T10:00`. */
	readonly expires_at: string;
};

export type ExpiryField = 'days_active' | 'hours_active' | 'expires_at';

export type ShopTime = { readonly now: Date; readonly zone: string };

export function expiryFieldOf( unit: ExpiryUnit ): ExpiryField {
	switch ( unit ) {
		case 'days':
			return 'days_active';
		case 'hours':
			return 'hours_active';
		case 'date':
			return 'expires_at';
	}
}

/** Fills in all units with the same lifetime, so that changing the unit keeps it. */
export function initialExpiry(
	{ days_active: days, seconds_active: seconds }: Draft[ 'values' ],
	{ now, zone }: ShopTime
): ExpiryValues {
	const lifetime = seconds ?? ( days ?? 0 ) * DAY;
	const end = new Date( now.getTime() + lifetime * 1000 );

	return {
		expiry: unitOf( lifetime ),
		days_active:
			lifetime === 0 ? '' : String( Math.ceil( lifetime / DAY ) ),
		hours_active:
			lifetime === 0 ? '' : String( Math.ceil( lifetime / HOUR ) ),
		expires_at: lifetime === 0 ? '' : formatLocalTime( end, zone ),
	};
}

function unitOf( lifetime: number ): ExpiryUnit {
	if ( lifetime % DAY === 0 ) {
		return 'days';
	}

	return lifetime % HOUR === 0 ? 'hours' : 'date';
}

/** Returns the lifetime in seconds, which can be out of range; null if the input is invalid. */
export function lifetimeOf(
	values: ExpiryValues,
	{ now, zone }: ShopTime
): number | null {
	switch ( values.expiry ) {
		case 'days':
			return wholeNumber( values.days_active, DAY );
		case 'hours':
			return wholeNumber( values.hours_active, HOUR );
		case 'date': {
			const end = parseLocalTime( values.expires_at, zone );
			return end === null
				? null
				: Math.floor( ( end.getTime() - now.getTime() ) / 1000 );
		}
	}
}

function wholeNumber( text: string, unit: number ): number | null {
	return /^\d{1,6}$/.test( text.trim() ) ? Number( text ) * unit : null;
}

/** Returns the lifetime fields of the create body. */
export function toLifetime(
	values: ExpiryValues,
	time: ShopTime
): { days_active: number } | { seconds_active: number } | null {
	const lifetime = lifetimeOf( values, time );
	if ( lifetime === null ) {
		return null;
	}

	return values.expiry === 'days'
		? { days_active: lifetime / DAY }
		: { seconds_active: lifetime };
}
