import type {
	Environment,
	KeyToCheck,
	Settings,
	SettingsPut,
	SettingValue,
	SettingValues,
	Site,
	SiteFields,
} from './schemas';
import { siteId } from './templates';

export type KeyEdit =
	| { kind: 'keep' }
	| { kind: 'remove' }
	| { kind: 'official' }
	| { kind: 'typed'; value: string };

export type SiteForm = {
	/** Identifies a card, even if its site has no id yet. */
	key: string;
	/** The saved site; null for a new one. */
	saved: Site | null;
	label: string;
	environment: Environment;
	keyEdit: KeyEdit;
	order_id_template: string;
	is_default: boolean;
	/** Other settings of the site, by name. */
	values: SettingValues;
};

export type SettingsForm = {
	sites: readonly SiteForm[];
	/** Settings of the shop, by name. A number is NaN while its input contains none. */
	values: SettingValues;
};

export type SiteChange = Partial<
	Pick<
		SiteForm,
		'label' | 'environment' | 'keyEdit' | 'order_id_template' | 'values'
	>
>;

export type FormAction =
	| { type: 'saved'; settings: Settings }
	| { type: 'site_changed'; key: string; change: SiteChange }
	| { type: 'site_added'; key: string; fields: SiteFields }
	| { type: 'site_removed'; key: string }
	| { type: 'default_selected'; key: string }
	| { type: 'changed'; name: string; value: SettingValue };

export function toSettingsForm( settings: Settings ): SettingsForm {
	return {
		sites: settings.sites.map( ( site ) => ( {
			key: site.id,
			saved: site,
			label: site.label,
			environment: site.environment,
			keyEdit: { kind: 'keep' },
			order_id_template: site.order_id_template,
			is_default: site.is_default,
			values: site.values,
		} ) ),
		values: settings.values,
	};
}

export function settingsFormReducer(
	form: SettingsForm,
	action: FormAction
): SettingsForm {
	switch ( action.type ) {
		case 'saved':
			return toSettingsForm( action.settings );
		case 'changed':
			return {
				...form,
				values: { ...form.values, [ action.name ]: action.value },
			};
		case 'site_changed':
			return {
				...form,
				sites: form.sites.map( ( site ) =>
					site.key === action.key
						? { ...site, ...action.change }
						: site
				),
			};
		case 'site_added':
			return {
				...form,
				sites: [ ...form.sites, newSite( action.key, action.fields ) ],
			};
		case 'site_removed':
			return { ...form, sites: withoutSite( form.sites, action.key ) };
		case 'default_selected':
			return {
				...form,
				sites: form.sites.map( ( site ) => ( {
					...site,
					is_default: site.key === action.key,
				} ) ),
			};
	}
}

/** One site must be the default. If it is removed, the first one becomes the default. */
function withoutSite( sites: readonly SiteForm[], key: string ): SiteForm[] {
	const remaining = sites.filter( ( site ) => site.key !== key );
	return remaining.some( ( site ) => site.is_default )
		? remaining
		: remaining.map( ( site, index ) => ( {
				...site,
				is_default: index === 0,
		  } ) );
}

function newSite( key: string, fields: SiteFields ): SiteForm {
	return {
		key,
		saved: null,
		label: '',
		environment: 'test',
		keyEdit: { kind: 'typed', value: '' },
		order_id_template: String( fields.order_id_template.default ?? '' ),
		is_default: false,
		values: Object.fromEntries(
			Object.entries( fields.others ).map( ( [ name, field ] ) => [
				name,
				field.default ?? '',
			] )
		),
	};
}

export function toSettingsBody( form: SettingsForm ): SettingsPut {
	const usedIds = form.sites.flatMap( ( site ) => site.saved?.id ?? [] );

	return {
		sites: form.sites.map( ( site ) => {
			const id = site.saved?.id ?? siteId( site.label, usedIds );
			usedIds.push( id );
			return {
				id,
				label: site.label.trim(),
				environment: site.environment,
				...keyFields( site ),
				order_id_template: site.order_id_template.trim(),
				is_default: site.is_default,
				values: trimmed( site.values ),
			};
		} ),
		values: trimmed( form.values ),
	};
}

function trimmed( values: SettingValues ): SettingValues {
	return Object.fromEntries(
		Object.entries( values ).map( ( [ name, value ] ) => [
			name,
			typeof value === 'string' ? value.trim() : value,
		] )
	);
}

function keyFields(
	site: SiteForm
): Pick< SettingsPut[ 'sites' ][ number ], 'api_key' | 'key_source' > {
	const edit = site.keyEdit;
	switch ( edit.kind ) {
		case 'keep':
			return { key_source: site.saved?.key_source ?? 'stored' };
		case 'remove':
			return { key_source: 'stored', api_key: '' };
		case 'official':
			return { key_source: 'official' };
		case 'typed':
			// An empty input means that the key is not changed.
			return edit.value.trim() === ''
				? { key_source: site.saved?.key_source ?? 'stored' }
				: { key_source: 'stored', api_key: edit.value.trim() };
	}
}

/** Returns the key to check; null if there is none. */
export function keyToCheck( site: SiteForm ): KeyToCheck | null {
	const { environment, keyEdit, saved } = site;
	switch ( keyEdit.kind ) {
		case 'typed':
			return keyEdit.value.trim() === ''
				? null
				: { environment, api_key: keyEdit.value.trim() };
		case 'official':
			return { environment, key_source: 'official' };
		case 'remove':
			return null;
		case 'keep':
			if ( saved?.key_source === 'official' ) {
				return { environment, key_source: 'official' };
			}
			// A key that is set on the server belongs to one environment.
			return saved === null ||
				saved.api_key === '' ||
				( isSetOnServer( saved ) && saved.environment !== environment )
				? null
				: { site: saved.id, environment };
	}
}

export function isSetOnServer( site: Site ): boolean {
	return site.key_source === 'constant' || site.key_source === 'environment';
}
