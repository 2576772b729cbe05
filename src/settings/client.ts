import { request } from '../shared/api/client';
import {
	checkedKeySchema,
	settingsSchema,
	toWire,
	type CheckedKey,
	type KeyToCheck,
	type Settings,
	type SettingsPut,
} from './schemas';

/** The REST routes of the settings. Each method rejects with an `ApiError`. */
export type SettingsClient = {
	readonly save: ( settings: SettingsPut ) => Promise< Settings >;
	readonly check: ( key: KeyToCheck ) => Promise< CheckedKey >;
};

export const settingsClient: SettingsClient = {
	save: ( settings ) =>
		request( settingsSchema, {
			path: '/settings',
			method: 'PUT',
			data: toWire( settings ),
		} ),
	check: ( key ) =>
		request( checkedKeySchema, {
			path: '/settings/check',
			method: 'POST',
			data: key,
		} ),
};
