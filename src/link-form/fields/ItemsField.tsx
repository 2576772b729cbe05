import { __, sprintf } from '@wordpress/i18n';

import type { Draft } from '../../shared/api/schemas';
import { formatMoney } from '../../shared/utils/money';
import type { LinkForm } from '../hooks/useLinkForm';
import { CheckboxField } from './FormFields';

type Props = {
	form: LinkForm;
	currency: string;
	/** Null if the items do not add up to the amount; undefined while that is unknown. */
	cart: Draft[ 'options' ][ 'cart' ] | undefined;
};

export function ItemsField( { form, currency, cart }: Props ) {
	return (
		<>
			<div className="msp-payment-links__fields">
				<CheckboxField
					form={ form }
					name="include_cart"
					label={ __(
						'Show the items on the payment page',
						'multisafepay-payment-links'
					) }
				/>
			</div>
			{ form.values.include_cart && cart === undefined && (
				<p className="msp-payment-links__lead">
					{ __(
						'Looking whether the items add up to the amount…',
						'multisafepay-payment-links'
					) }
				</p>
			) }
			{ form.values.include_cart && cart === null && (
				<p className="msp-payment-links__lead">
					{ __(
						'The items are left out, since they do not add up to the amount. The customer sees description and amount.',
						'multisafepay-payment-links'
					) }
				</p>
			) }
			{ form.values.include_cart &&
				cart !== undefined &&
				cart !== null && <Items cart={ cart } currency={ currency } /> }
		</>
	);
}

function Items( {
	cart,
	currency,
}: {
	cart: NonNullable< Draft[ 'options' ][ 'cart' ] >;
	currency: string;
} ) {
	return (
		<table className="msp-payment-links__items">
			<caption>
				{ __(
					'As the customer sees them',
					'multisafepay-payment-links'
				) }
			</caption>
			<tbody>
				{ cart.items.map( ( { name, quantity, total }, position ) => (
					// Two items of an order can be identical.
					<tr key={ position }>
						<td>
							<bdi>
								{ sprintf(
									/* translators: 1: quantity. 2: name of a product. */
									__(
										'%1$d × %2$s',
										'multisafepay-payment-links'
									),
									quantity,
									name
								) }
							</bdi>
						</td>
						<td>{ formatMoney( total, currency ) }</td>
					</tr>
				) ) }
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">
						{ __( 'Total', 'multisafepay-payment-links' ) }
					</th>
					<td>{ formatMoney( cart.total, currency ) }</td>
				</tr>
			</tfoot>
		</table>
	);
}
