import { __, sprintf } from '@wordpress/i18n';

import type { ApiError } from '../../shared/api/errors';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import { QuestionNotice } from '../../shared/components/QuestionNotice';
import { OpenOrderLink } from '../OpenOrderLink';
import type { DuplicateOrderState } from './useDuplicateOrder';

/** Shows why the order was not duplicated, or which order was created without a link. */
export function DuplicateOrderError( {
	state,
}: {
	state: DuplicateOrderState;
} ) {
	switch ( state.kind ) {
		case 'insufficient_stock':
			return <InsufficientStock error={ state.error } />;
		case 'failed':
			return <Failed error={ state.error } />;
		default:
			return null;
	}
}

function InsufficientStock( { error }: { error: ApiError } ) {
	return (
		<QuestionNotice question={ error.message }>
			<ul>
				{ error.missingStock.map( ( { name, required, available } ) => (
					<li key={ name }>
						{ sprintf(
							/* translators: 1: name of a product. 2: required quantity. 3: quantity in stock. */
							__(
								'%1$s: %2$s wanted, %3$s left',
								'multisafepay-payment-links'
							),
							name,
							String( required ),
							String( available )
						) }
					</li>
				) ) }
			</ul>
		</QuestionNotice>
	);
}

function Failed( { error }: { error: ApiError } ) {
	const { createdOrder } = error;

	return (
		<ErrorNotice message={ error.message }>
			{ Object.entries( error.params ).map( ( [ param, message ] ) => (
				<p key={ param }>{ message }</p>
			) ) }
			<p>
				{ createdOrder === null
					? __(
							'You can try again: the order is copied once, not twice.',
							'multisafepay-payment-links'
					  )
					: __(
							'Try again makes the link of that order; it is not copied a second time.',
							'multisafepay-payment-links'
					  ) }
			</p>
			{ createdOrder !== null && (
				<p>
					<OpenOrderLink
						url={ createdOrder.editUrl }
						number={ createdOrder.number }
					/>
				</p>
			) }
		</ErrorNotice>
	);
}
