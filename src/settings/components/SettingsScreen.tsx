import { Button, Notice } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';

import type { SettingsClient } from '../client';
import { useSettingsForm } from '../hooks/useSettingsForm';
import { useUnsavedChangesWarning } from '../hooks/useUnsavedChangesWarning';
import type { SettingsConfig } from '../schemas';
import { RemoveSiteDialog } from './RemoveSiteDialog';
import { SettingsSection } from './SettingsSection';
import { SiteCard } from './SiteCard';

type SettingsScreenProps = {
	config: SettingsConfig;
	client: SettingsClient;
};

export function SettingsScreen( { config, client }: SettingsScreenProps ) {
	const { form, settings, change, save, saveState, isDirty, errors } =
		useSettingsForm( config, client );
	const [ removing, setRemoving ] = useState< string | null >( null );
	const screen = useRef< HTMLDivElement >( null );
	const sitesAdded = useRef( 0 );
	const siteToRemove = form.sites.find( ( site ) => site.key === removing );

	useUnsavedChangesWarning( isDirty );

	function addSite() {
		sitesAdded.current += 1;
		const key = `new-${ sitesAdded.current }:`;
		change( { type: 'site_added', key, fields: config.site_fields } );
		focusSoon( `[data-site="${ key }"] input` );
	}

	async function saveAndShowErrors() {
		if ( saveState.status !== 'saving' && ! ( await save() ) ) {
			focusSoon( '[aria-invalid="true"]' );
		}
	}

	function focusSoon( selector: string ) {
		// React renders the field or its error after the current task.
		window.setTimeout(
			() =>
				screen.current
					?.querySelector< HTMLElement >( selector )
					?.focus()
		);
	}

	return (
		// eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Only prevents the surrounding form from being submitted.
		<div
			className="msp-payment-links-settings"
			ref={ screen }
			onKeyDown={ stayOnPage }
		>
			<h2>{ __( 'Payment links', 'multisafepay-payment-links' ) }</h2>
			<p>
				{ __(
					'A site is a website in your MultiSafepay account; its API key decides where the money goes.',
					'multisafepay-payment-links'
				) }
			</p>
			<h3>{ __( 'Sites', 'multisafepay-payment-links' ) }</h3>
			{ errors[ 'sites' ] !== undefined && (
				<p className="msp-payment-links-settings__error">
					{ errors[ 'sites' ] }
				</p>
			) }
			{ form.sites.map( ( site ) => (
				<SiteCard
					key={ site.key }
					site={ site }
					fields={ config.site_fields }
					officialPlugin={ settings.official_plugin }
					errors={ errors }
					isOnlySite={ form.sites.length === 1 }
					onChange={ ( siteChange ) =>
						change( {
							type: 'site_changed',
							key: site.key,
							change: siteChange,
						} )
					}
					onSelectDefault={ () =>
						change( { type: 'default_selected', key: site.key } )
					}
					onRemove={ () => setRemoving( site.key ) }
					check={ client.check }
				/>
			) ) }
			<Button
				variant="secondary"
				accessibleWhenDisabled
				disabled={ form.sites.length >= config.max_sites }
				onClick={ addSite }
				className="msp-payment-links-settings__add"
			>
				{ __( 'Add site', 'multisafepay-payment-links' ) }
			</Button>

			{ config.sections.map( ( section ) => (
				<SettingsSection
					key={ section.title }
					section={ section }
					values={ form.values }
					shopName={ config.shop_name }
					errors={ errors }
					onChange={ ( name, value ) =>
						change( { type: 'changed', name, value } )
					}
				/>
			) ) }

			<div className="msp-payment-links-settings__save">
				{ saveState.status === 'failed' && (
					<Notice
						status="error"
						isDismissible={ false }
						spokenMessage=""
					>
						{ saveState.message }
					</Notice>
				) }
				{ saveState.status === 'saved' && (
					<Notice
						status="success"
						isDismissible={ false }
						spokenMessage=""
					>
						{ __(
							'Settings saved.',
							'multisafepay-payment-links'
						) }
					</Notice>
				) }
				<Button
					variant="primary"
					__next40pxDefaultSize
					accessibleWhenDisabled
					disabled={ saveState.status === 'saving' }
					isBusy={ saveState.status === 'saving' }
					onClick={ saveAndShowErrors }
				>
					{ __( 'Save changes', 'multisafepay-payment-links' ) }
				</Button>
				{ isDirty && (
					<span className="msp-payment-links-settings__unsaved">
						{ __(
							'There are changes that are not saved.',
							'multisafepay-payment-links'
						) }
					</span>
				) }
			</div>

			{ siteToRemove !== undefined && (
				<RemoveSiteDialog
					label={
						siteToRemove.label.trim() ||
						__( 'New site', 'multisafepay-payment-links' )
					}
					onCancel={ () => setRemoving( null ) }
					onConfirm={ () => {
						change( {
							type: 'site_removed',
							key: siteToRemove.key,
						} );
						setRemoving( null );
						focusSoon( '.msp-payment-links-settings__add' );
					} }
				/>
			) }
		</div>
	);
}

/** The screen is inside a form of WooCommerce, which Enter would submit. */
function stayOnPage( event: KeyboardEvent ) {
	if ( event.key === 'Enter' && event.target instanceof HTMLInputElement ) {
		event.preventDefault();
	}
}
