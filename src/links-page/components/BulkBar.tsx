import { Button, CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import type { BatchAction } from '../batches/schemas';
import type { Choice } from './useChoice';

type Props = {
	choice: Choice;
	/** How many links stand on the page. */
	count: number;
	act: ( action: BatchAction ) => void;
};

/** Ticks all links of the page, and acts on those that are ticked; at the bottom of the screen on the phone. */
export function BulkBar( { choice, count, act }: Props ) {
	const chosen = choice.ids.length;
	const actions: readonly { action: BatchAction; text: string }[] = [
		{
			action: 'email',
			text: __( 'Send', 'multisafepay-payment-links' ),
		},
		{
			action: 'create',
			text: __( 'Create', 'multisafepay-payment-links' ),
		},
		{
			action: 'renew',
			text: __( 'Renew', 'multisafepay-payment-links' ),
		},
		{
			action: 'refresh',
			text: __( 'Refresh', 'multisafepay-payment-links' ),
		},
		{
			action: 'retire',
			text: __( 'Retire', 'multisafepay-payment-links' ),
		},
	];

	return (
		<div className="msp-payment-links__bulk">
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Select all links on this page',
					'multisafepay-payment-links'
				) }
				checked={ chosen > 0 && chosen === count }
				indeterminate={ chosen > 0 && chosen < count }
				onChange={ choice.turnAll }
			/>
			<div
				className={ `msp-payment-links__bulk-actions${
					chosen > 0 ? ' is-open' : ''
				}` }
				role="group"
				aria-label={ __(
					'Selected links',
					'multisafepay-payment-links'
				) }
			>
				<span role="status">
					{ chosen > 0 &&
						sprintf(
							/* translators: %d: a number. */
							_n(
								'%d link selected',
								'%d links selected',
								chosen,
								'multisafepay-payment-links'
							),
							chosen
						) }
				</span>
				{ chosen > 0 &&
					actions.map( ( { action, text } ) => (
						<Button
							key={ action }
							__next40pxDefaultSize
							variant="secondary"
							onClick={ () => act( action ) }
						>
							{ text }
						</Button>
					) ) }
			</div>
		</div>
	);
}
