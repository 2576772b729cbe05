import { Button, CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import type { BatchAction } from '../../batches/schemas';
import type { LinkSelection } from '../hooks/useSelection';

type Props = {
	selection: LinkSelection;
	/** Number of links on the page. */
	count: number;
	act: ( action: BatchAction ) => void;
};

/** Selects all links of the page and starts bulk actions. On small screens the actions are at the bottom. */
export function BulkBar( { selection, count, act }: Props ) {
	const selectedCount = selection.ids.length;
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
			action: 'cancel',
			text: __( 'Cancel links', 'multisafepay-payment-links' ),
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
				checked={ selectedCount > 0 && selectedCount === count }
				indeterminate={ selectedCount > 0 && selectedCount < count }
				onChange={ selection.toggleAll }
			/>
			<div
				className={ `msp-payment-links__bulk-actions${
					selectedCount > 0 ? ' is-open' : ''
				}` }
				role="group"
				aria-label={ __(
					'Selected links',
					'multisafepay-payment-links'
				) }
			>
				<span role="status">
					{ selectedCount > 0 &&
						sprintf(
							/* translators: %d: a number. */
							_n(
								'%d link selected',
								'%d links selected',
								selectedCount,
								'multisafepay-payment-links'
							),
							selectedCount
						) }
				</span>
				{ selectedCount > 0 &&
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
