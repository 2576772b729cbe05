import { Button, CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import type { BatchAction } from '../../batches/schemas';
import { LINK_ACTIONS } from '../../link-actions/actions';
import type { LinkSelection } from '../hooks/useSelection';

const BULK_ACTIONS = LINK_ACTIONS.filter( ( action ) => action.supportsBulk );

type Props = {
	selection: LinkSelection;
	/** Number of links on the page. */
	count: number;
	act: ( action: BatchAction ) => void;
};

/** Selects all links of the page and starts bulk actions. On small screens the actions are at the bottom. */
export function BulkBar( { selection, count, act }: Props ) {
	const selectedCount = selection.ids.length;

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
					BULK_ACTIONS.map( ( { id, label, bulkLabel = label } ) => (
						<Button
							key={ id }
							__next40pxDefaultSize
							variant="secondary"
							onClick={ () => act( id ) }
						>
							{ bulkLabel() }
						</Button>
					) ) }
			</div>
		</div>
	);
}
