import { __, sprintf } from '@wordpress/i18n';

import type { ApiError } from '../api/errors';
import { ErrorNotice } from '../components/ErrorNotice';
import { OpenOrder } from '../components/OpenOrder';
import { QuestionNotice } from '../components/QuestionNotice';
import type { Duplication } from './useDuplicateOrder';

/** Says what stands in the way, and what is there already. */
export function DuplicationTrouble( {
	duplication,
}: {
	duplication: Duplication;
} ) {
	switch ( duplication.kind ) {
		case 'stock_gone':
			return <StockGone error={ duplication.error } />;
		case 'failed':
			return <Failed error={ duplication.error } />;
		default:
			return null;
	}
}

function StockGone( { error }: { error: ApiError } ) {
	return (
		<QuestionNotice question={ error.message }>
			<ul>
				{ error.missingStock.map( ( { name, wanted, left } ) => (
					<li key={ name }>
						{ sprintf(
							/* translators: 1: name of a product. 2: how many the order takes. 3: how many are left. */
							__(
								'%1$s: %2$s wanted, %3$s left',
								'multisafepay-payment-links'
							),
							name,
							String( wanted ),
							String( left )
						) }
					</li>
				) ) }
			</ul>
		</QuestionNotice>
	);
}

function Failed( { error }: { error: ApiError } ) {
	const { orderCopy } = error;

	return (
		<ErrorNotice message={ error.message }>
			{ Object.entries( error.params ).map( ( [ param, message ] ) => (
				<p key={ param }>{ message }</p>
			) ) }
			<p>
				{ orderCopy === null
					? __(
							'You can try again: the order is copied once, not twice.',
							'multisafepay-payment-links'
					  )
					: __(
							'Try again makes the link of that order; it is not copied a second time.',
							'multisafepay-payment-links'
					  ) }
			</p>
			{ orderCopy !== null && (
				<p>
					<OpenOrder
						url={ orderCopy.editUrl }
						number={ orderCopy.number }
					/>
				</p>
			) }
		</ErrorNotice>
	);
}
