import { Button, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { SettingsClient } from '../client';
import type { SiteChange, SiteForm } from '../form';
import type { Settings } from '../schemas';
import { orderIdExample, orderIdTemplateError } from '../templates';
import type { FieldErrors } from '../validate';
import { KeyCheck } from './KeyCheck';
import { KeyField } from './KeyField';
import { TextField } from './TextField';

type SiteCardProps = {
	site: SiteForm;
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
					label={ __( 'Label', 'multisafepay-payment-links' ) }
					value={ site.label }
					onChange={ ( label ) => onChange( { label } ) }
					maxLength={ 60 }
					help={ __(
						'What staff see when they choose a site.',
						'multisafepay-payment-links'
					) }
					error={ errors[ `${ site.key }.label` ] }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Environment', 'multisafepay-payment-links' ) }
					value={ site.environment }
					options={ [
						{
							value: 'test',
							label: __(
								'Test: no real money',
								'multisafepay-payment-links'
							),
						},
						{
							value: 'live',
							label: __(
								'Live: real payments',
								'multisafepay-payment-links'
							),
						},
					] }
					onChange={ ( environment ) => onChange( { environment } ) }
					help={ errors[ `${ site.key }.environment` ] }
				/>
			</div>
			<KeyField
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
				label={ __(
					'Order ID template',
					'multisafepay-payment-links'
				) }
				value={ site.order_id_template }
				onChange={ ( value ) =>
					onChange( { order_id_template: value } )
				}
				error={ errors[ `${ site.key }.order_id_template` ] }
				help={
					orderIdTemplateError( template ) === null
						? sprintf(
								/* translators: %s: an order ID. */
								__(
									'The first link of order 1042 gets %s. Another shop on the same site needs another beginning.',
									'multisafepay-payment-links'
								),
								orderIdExample( template )
						  )
						: undefined
				}
			/>
			<div className="msp-payment-links-settings__site-footer">
				<label htmlFor={ `msp-default-site-${ site.key }` }>
					<input
						type="radio"
						id={ `msp-default-site-${ site.key }` }
						name="msp-default-site"
						checked={ site.is_default }
						onChange={ onSelectDefault }
					/>
					{ __(
						'New links begin with this site',
						'multisafepay-payment-links'
					) }
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
