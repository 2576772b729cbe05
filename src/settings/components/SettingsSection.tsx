import { __, sprintf } from '@wordpress/i18n';

import { byteLength } from '../../shared/utils/bytes';
import type {
	Field,
	SettingsConfig,
	SettingValue,
	SettingValues,
} from '../schemas';
import { descriptionExample } from '../templates';
import type { FieldErrors } from '../validate';
import { SettingField } from './SettingField';

type SettingsSectionProps = {
	section: SettingsConfig[ 'sections' ][ number ];
	values: SettingValues;
	shopName: string;
	errors: FieldErrors;
	onChange: ( name: string, value: SettingValue ) => void;
};

export function SettingsSection( {
	section,
	values,
	shopName,
	errors,
	onChange,
}: SettingsSectionProps ) {
	return (
		<>
			<h3>{ section.title }</h3>
			{ section.fields.map( ( field ) => (
				<SettingField
					key={ field.name }
					field={ field }
					value={ values[ field.name ] }
					error={ errors[ field.name ] }
					help={
						field.name === 'description_template'
							? descriptionHelp(
									field,
									String( values[ field.name ] ),
									shopName
							  )
							: field.help
					}
					onChange={ ( value ) => onChange( field.name, value ) }
				/>
			) ) }
		</>
	);
}

function descriptionHelp( field: Field, template: string, shopName: string ) {
	const example = descriptionExample( template.trim(), shopName );
	return (
		<>
			{ field.help }{ ' ' }
			{ sprintf(
				/* translators: 1: example of a description, 2: its length, 3: the longest possible length. */
				__(
					'Example: “%1$s” (%2$d of %3$d bytes).',
					'multisafepay-payment-links'
				),
				example,
				byteLength( example ),
				field.max_bytes ?? 0
			) }
		</>
	);
}
