import {
	Button,
	CheckboxControl,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { useEffect, useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import {
	LINK_STATUSES,
	OPEN_STATUSES,
	RECEIVED_STATUSES,
} from '../../shared/utils/link-statuses';
import type { LinksConfig } from '../config';
import { DEFAULT_VIEW, isFiltered, type View } from '../view';
import { SortField } from './SortField';

type Props = {
	view: View;
	config: LinksConfig;
	show: ( change: Partial< View > ) => void;
};

type Option = { value: string; label: string };

const OPEN = OPEN_STATUSES.join();
const PAID = RECEIVED_STATUSES.join();

/** Search and filters. On small screens the filters are collapsed, so that the links are visible. */
export function LinkFilters( { view, config, show }: Props ) {
	const [ search, setSearch ] = useState( view.search );
	const [ isOpen, setIsOpen ] = useState( false );
	const moreId = useId();
	// The back button changes the search as well.
	useEffect( () => setSearch( view.search ), [ view.search ] );

	const statuses: Option[] = [
		{
			value: '',
			label: __( 'All', 'multisafepay-payment-links' ),
		},
		{
			value: OPEN,
			label: __( 'Open', 'multisafepay-payment-links' ),
		},
		{
			value: PAID,
			label: __( 'Paid', 'multisafepay-payment-links' ),
		},
		...Object.entries( LINK_STATUSES ).map( ( [ value, { label } ] ) => ( {
			value,
			label: label(),
		} ) ),
	];
	const environments: Option[] = [
		{
			value: '',
			label: __( 'All', 'multisafepay-payment-links' ),
		},
		{
			value: 'live',
			label: __( 'Live', 'multisafepay-payment-links' ),
		},
		{
			value: 'test',
			label: __( 'Test', 'multisafepay-payment-links' ),
		},
	];
	const flags = {
		expiring: __( 'Expires within 48 hours', 'multisafepay-payment-links' ),
		stale: __( 'Amount changed', 'multisafepay-payment-links' ),
		alert: __( 'Needs attention', 'multisafepay-payment-links' ),
		mine: __( 'Made by me', 'multisafepay-payment-links' ),
	};

	return (
		<div className="msp-payment-links__find">
			<form
				role="search"
				onSubmit={ ( event ) => {
					event.preventDefault();
					show( { search: search.trim() } );
				} }
			>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					type="search"
					label={ __( 'Search', 'multisafepay-payment-links' ) }
					placeholder={ __(
						'Order, order ID, name or e-mail',
						'multisafepay-payment-links'
					) }
					maxLength={ 100 }
					value={ search }
					onChange={ setSearch }
				/>
				<Button __next40pxDefaultSize variant="secondary" type="submit">
					{ __( 'Search links', 'multisafepay-payment-links' ) }
				</Button>
			</form>
			<Button
				__next40pxDefaultSize
				className="msp-payment-links__more"
				variant="secondary"
				aria-expanded={ isOpen }
				aria-controls={ moreId }
				onClick={ () => setIsOpen( ! isOpen ) }
			>
				{ __( 'Filters and order', 'multisafepay-payment-links' ) }
			</Button>
			<div
				id={ moreId }
				className={ `msp-payment-links__filters${
					isOpen ? ' is-open' : ''
				}` }
			>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Status', 'multisafepay-payment-links' ) }
					value={ view.status }
					options={ statuses }
					onChange={ ( status ) => show( { status } ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Site', 'multisafepay-payment-links' ) }
					value={ view.site }
					options={ [
						{
							value: '',
							label: __( 'All', 'multisafepay-payment-links' ),
						},
						...config.sites.map( ( { id, label } ) => ( {
							value: id,
							label,
						} ) ),
					] }
					onChange={ ( site ) => show( { site } ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Environment', 'multisafepay-payment-links' ) }
					value={ view.environment }
					options={ environments }
					onChange={ ( environment ) => show( { environment } ) }
				/>
				<SortField view={ view } show={ show } />
				<div className="msp-payment-links__flags">
					{ ( [ 'expiring', 'stale', 'alert', 'mine' ] as const ).map(
						( flag ) => (
							<CheckboxControl
								key={ flag }
								__nextHasNoMarginBottom
								label={ flags[ flag ] }
								checked={ view[ flag ] }
								onChange={ ( isOn ) =>
									show( { [ flag ]: isOn } )
								}
							/>
						)
					) }
				</div>
			</div>
			{ isFiltered( view ) && (
				<Button variant="link" onClick={ () => show( DEFAULT_VIEW ) }>
					{ __( 'Show all links', 'multisafepay-payment-links' ) }
				</Button>
			) }
		</div>
	);
}
