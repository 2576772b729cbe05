import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { View } from '../view';

type Order = Pick< View, 'orderby' | 'order' >;

type Props = {
	view: View;
	show: ( change: Partial< View > ) => void;
};

/** Order of the list on small screens, where there are no table headings to sort by. */
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
				value={ optionValue( view ) }
				options={ orders.map( ( order ) => ( {
					value: optionValue( order ),
					label: order.label,
				} ) ) }
				onChange={ ( name ) => {
					const selected = orders.find(
						( order ) => optionValue( order ) === name
					);
					if ( selected !== undefined ) {
						show( {
							orderby: selected.orderby,
							order: selected.order,
						} );
					}
				} }
			/>
		</div>
	);
}

function optionValue( { orderby, order }: Order ): string {
	return `${ orderby } ${ order }`;
}
