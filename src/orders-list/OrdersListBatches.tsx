import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { createRoot, useLayoutEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { BatchPanel } from './batches/BatchPanel';
import { batchClient } from './batches/client';
import {
	keepBoxesFromOpeningOrders,
	listForm,
	selectionOf,
} from './batches/list-form';
import type { Selection } from './batches/schemas';
import './styles/batches.scss';

function OrdersListBatches( { form }: { form: HTMLFormElement } ) {
	const [ selection, setSelection ] = useState< Selection | null >( null );
	// WooCommerce's own list does not change by itself.
	const [ isListOld, setIsListOld ] = useState( false );

	useLayoutEffect( () => {
		const onSubmit = ( event: SubmitEvent ) => {
			const chosen = selectionOf( form, event.submitter );
			if ( chosen === null ) {
				return;
			}

			event.preventDefault();
			if ( chosen.ids.length === 0 ) {
				speak(
					__(
						'Tick the orders first.',
						'multisafepay-payment-links'
					),
					'assertive'
				);
				return;
			}
			setSelection( chosen );
		};
		form.addEventListener( 'submit', onSubmit );
		return () => form.removeEventListener( 'submit', onSubmit );
	}, [ form ] );

	return (
		<>
			<BatchPanel
				client={ batchClient }
				selection={ selection }
				onSettled={ () => setSelection( null ) }
				onEnded={ () => setIsListOld( true ) }
			/>
			{ isListOld && (
				<p className="msp-payment-links-batches__old">
					{ __(
						'The list below is as it was before.',
						'multisafepay-payment-links'
					) }{ ' ' }
					<Button
						variant="link"
						onClick={ () => window.location.reload() }
					>
						{ __(
							'Show it as it is now',
							'multisafepay-payment-links'
						) }
					</Button>
				</p>
			) }
		</>
	);
}

const node = document.getElementById( 'multisafepay-payment-links-batches' );
const form = listForm();

if ( node !== null && form !== null ) {
	keepBoxesFromOpeningOrders( form );
	form.before( node );
	createRoot( node ).render( <OrdersListBatches form={ form } /> );
}
