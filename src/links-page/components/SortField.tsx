import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { View } from './view';

type Order = Pick< View, 'orderby' | 'order' >;

type Props = {
	view: View;
	show: ( change: Partial< View > ) => void;
};

/** The order of the list where there is no room for a table, whose headings have it otherwise. */
export function SortField( { view, show }: Props ) {
	const orders: readonly ( Order & { label: string } )[] = [
		{
			orderby: 'created_at',
			order: 'desc',
			label: __( 'Newest first', 'multisafepay-payment-links' ),
		},
		{
			orderby: 'created_at',
			order: 'asc',
			label: __( 'Oldest first', 'multisafepay-payment-links' ),
		},
		{
			orderby: 'expires_at',
			order: 'asc',
			label: __( 'Expiring first', 'multisafepay-payment-links' ),
		},
		{
			orderby: 'expires_at',
			order: 'desc',
			label: __( 'Expiring last', 'multisafepay-payment-links' ),
		},
		{
			orderby: 'amount',
			order: 'desc',
			label: __( 'Highest amount first', 'multisafepay-payment-links' ),
		},
		{
			orderby: 'amount',
			order: 'asc',
			label: __( 'Lowest amount first', 'multisafepay-payment-links' ),
		},
	];

	return (
		<div className="msp-payment-links__sort">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Sort', 'multisafepay-payment-links' ) }
				value={ nameOf( view ) }
				options={ orders.map( ( order ) => ( {
					value: nameOf( order ),
					label: order.label,
				} ) ) }
				onChange={ ( name ) => {
					const chosen = orders.find(
						( order ) => nameOf( order ) === name
					);
					if ( chosen !== undefined ) {
						show( {
							orderby: chosen.orderby,
							order: chosen.order,
						} );
					}
				} }
			/>
		</div>
	);
}

function nameOf( { orderby, order }: Order ): string {
	return `${ orderby } ${ order }`;
}
