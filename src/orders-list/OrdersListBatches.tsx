import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useLayoutEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { batchClient } from '../batches/client';
import { BatchPanel } from '../batches/components/BatchPanel';
import type { BatchSelection } from '../batches/schemas';
import { readSelection } from './orders-list-form';

/** Batches above the list of orders. The bulk actions of the list start new ones. */
export function OrdersListBatches( { form }: { form: HTMLFormElement } ) {
	const [ selection, setSelection ] = useState< BatchSelection | null >(
		null
	);
	// The list is rendered by WooCommerce and only changes with a page reload.
	const [ isListOutdated, setIsListOutdated ] = useState( false );

	useLayoutEffect( () => {
		const onSubmit = ( event: SubmitEvent ) => {
			const selected = readSelection( form, event.submitter );
			if ( selected === null ) {
				return;
			}

			event.preventDefault();
			if ( selected.ids.length === 0 ) {
				speak(
					__(
						'Tick the orders first.',
						'multisafepay-payment-links'
					),
					'assertive'
				);
				return;
			}
			setSelection( selected );
		};
		form.addEventListener( 'submit', onSubmit );
		return () => form.removeEventListener( 'submit', onSubmit );
	}, [ form ] );

	return (
		<>
			<BatchPanel
				client={ batchClient }
				selection={ selection }
				onDone={ () => setSelection( null ) }
				onEnded={ () => setIsListOutdated( true ) }
			/>
			{ isListOutdated && (
				<p className="msp-payment-links-batches__outdated">
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
