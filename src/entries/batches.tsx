import { createRoot } from '@wordpress/element';

import {
	disableRowClickOnCheckboxes,
	findOrdersListForm,
} from '../orders-list/orders-list-form';
import { OrdersListBatches } from '../orders-list/OrdersListBatches';
import '../batches/batches.scss';

const node = document.getElementById( 'multisafepay-payment-links-batches' );
const form = findOrdersListForm();

if ( node !== null && form !== null ) {
	disableRowClickOnCheckboxes( form );
	form.before( node );
	createRoot( node ).render( <OrdersListBatches form={ form } /> );
}
