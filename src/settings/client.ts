import { request } from '../api/client';
import {
	checkedKeySchema,
	settingsSchema,
	type CheckedKey,
	type KeyToCheck,
	type Settings,
	type SettingsPut,
} from './schemas';

/** What the settings screen asks of the shop. Both reject with an `ApiError`. */
export type SettingsClient = {
	readonly save: ( settings: SettingsPut ) => Promise< Settings >;
	readonly check: ( key: KeyToCheck ) => Promise< CheckedKey >;
};

export const restClient: SettingsClient = {
	save: ( settings ) =>
		request( settingsSchema, {
			path: '/settings',
			method: 'PUT',
			data: settings,
		} ),
	check: ( key ) =>
		request( checkedKeySchema, {
			path: '/settings/check',
			method: 'POST',
			data: key,
		} ),
};
