import { Button, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { environmentSchema } from '../../shared/api/schemas';
import type { SettingsClient } from '../client';
import type { SiteChange, SiteForm } from '../form';
import type { Settings, SiteFields } from '../schemas';
import { orderIdExample, orderIdTemplateError } from '../templates';
import type { FieldErrors } from '../validate';
import { KeyCheck } from './KeyCheck';
import { KeyField } from './KeyField';
import { SettingField } from './SettingField';
import { TextField } from './TextField';

type SiteCardProps = {
	site: SiteForm;
	fields: SiteFields;
	officialPlugin: Settings[ 'official_plugin' ];
	errors: FieldErrors;
	isOnlySite: boolean;
	onChange: ( change: SiteChange ) => void;
	onSelectDefault: () => void;
	onRemove: () => void;
	check: SettingsClient[ 'check' ];
};

export function SiteCard( {
	site,
	fields,
	officialPlugin,
	errors,
	isOnlySite,
	onChange,
	onSelectDefault,
	onRemove,
	check,
}: SiteCardProps ) {
	const name =
		site.label.trim() || __( 'New site', 'multisafepay-payment-links' );
	const template = site.order_id_template.trim();
	const isTemplateValid =
		orderIdTemplateError(
			template,
			fields.order_id_template.max_fixed_characters ?? Infinity
		) === null;

	return (
		<fieldset
			className="msp-payment-links-settings__site"
			data-site={ site.key }
		>
			<legend className="msp-payment-links-settings__site-name">
				{ name }{ ' ' }
				<span
					className={ `msp-payment-links-settings__badge is-${ site.environment }` }
				>
					{ site.environment === 'live'
						? __( 'Live', 'multisafepay-payment-links' )
						: __( 'Test', 'multisafepay-payment-links' ) }
				</span>
			</legend>
			<div className="msp-payment-links-settings__columns">
				<TextField
					label={ fields.label.label }
					value={ site.label }
					onChange={ ( label ) => onChange( { label } ) }
					maxLength={ fields.label.maxLength }
					help={ fields.label.help }
					error={ errors[ `${ site.key }.label` ] }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ fields.environment.label }
					value={ site.environment }
					options={ fields.environment.options }
					onChange={ ( environment ) =>
						onChange( {
							environment: environmentSchema.parse( environment ),
						} )
					}
					help={ errors[ `${ site.key }.environment` ] }
				/>
			</div>
			<KeyField
				field={ fields.api_key }
				site={ site }
				officialKey={
					officialPlugin?.keys.find(
						( key ) => key.environment === site.environment
					)?.api_key
				}
				error={
					errors[ `${ site.key }.api_key` ] ??
					errors[ `${ site.key }.key_source` ]
				}
				onChange={ ( keyEdit ) => onChange( { keyEdit } ) }
			/>
			<KeyCheck site={ site } check={ check } />
			<TextField
				isCode
				className="msp-payment-links-settings__template"
				label={ fields.order_id_template.label }
				value={ site.order_id_template }
				onChange={ ( value ) =>
					onChange( { order_id_template: value } )
				}
				error={ errors[ `${ site.key }.order_id_template` ] }
				help={ isTemplateValid && templateHelp( template, fields ) }
			/>
			{ Object.values( fields.others ).map( ( field ) => (
				<SettingField
					key={ field.name }
					field={ field }
					value={ site.values[ field.name ] }
					error={ errors[ `${ site.key }.${ field.name }` ] }
					onChange={ ( value ) =>
						onChange( {
							values: { ...site.values, [ field.name ]: value },
						} )
					}
				/>
			) ) }
			<div className="msp-payment-links-settings__site-footer">
				<label htmlFor={ `msp-default-site-${ site.key }` }>
					<input
						type="radio"
						id={ `msp-default-site-${ site.key }` }
						name="msp-default-site"
						checked={ site.is_default }
						onChange={ onSelectDefault }
					/>
					{ fields.is_default.label }
				</label>
				{ ! isOnlySite && (
					<Button
						variant="tertiary"
						size="compact"
						isDestructive
						onClick={ onRemove }
						aria-label={ sprintf(
							/* translators: %s: label of a site. */
							__(
								'Remove site “%s”',
								'multisafepay-payment-links'
							),
							name
						) }
					>
						{ __( 'Remove site', 'multisafepay-payment-links' ) }
					</Button>
				) }
			</div>
		</fieldset>
	);
}

function templateHelp( template: string, fields: SiteFields ): string {
	const example = sprintf(
		/* translators: %s: an order ID. */
		__(
			'The first link of order 1042 gets %s.',
			'multisafepay-payment-links'
		),
		orderIdExample( template )
	);
	return `${ example } ${ fields.order_id_template.help }`;
}
