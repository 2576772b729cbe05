import { __, _n, sprintf } from '@wordpress/i18n';

import type { BatchAction, PreviewItem } from './schemas';
import type { Overview } from './usePreview';
import { outcomeWords } from './words';

type Props = {
	action: BatchAction;
	overview: Overview;
};

/** What happens with each: who gets mail, and what is left alone and why. Counts are of all, the list has the first. */
export function PreviewList( { action, overview }: Props ) {
	const { items, leftAlone, total } = overview;

	return (
		<div className="msp-payment-links-batch__preview">
			<p role="status">{ summary( overview ) }</p>
			{ leftAlone.size > 0 && total > items.length && (
				<LeftAlone reasons={ leftAlone } />
			) }
			<ul
				aria-label={ __( 'Preview', 'multisafepay-payment-links' ) }
				// A list that scrolls must be within reach of the keyboard.

				tabIndex={ 0 }
			>
				{ items.map( ( item ) => (
					<PreviewRow
						key={ `${ item.wc_order_id }-${ item.order_id }` }
						action={ action }
						item={ item }
					/>
				) ) }
			</ul>
			{ total > items.length && (
				<p>
					{ sprintf(
						/* translators: 1: how many the list shows. 2: of how many. */
						__(
							'The list shows the first %1$d of %2$d.',
							'multisafepay-payment-links'
						),
						items.length,
						total
					) }
				</p>
			) }
		</div>
	);
}

function LeftAlone( { reasons }: { reasons: ReadonlyMap< string, number > } ) {
	return (
		<>
			<p>
				{ __( 'Left alone, and why:', 'multisafepay-payment-links' ) }
			</p>
			<dl>
				{ Array.from( reasons, ( [ words, count ] ) => (
					<div key={ words }>
						<dt>{ words }</dt>
						<dd>{ count }</dd>
					</div>
				) ) }
			</dl>
		</>
	);
}

function PreviewRow( {
	action,
	item,
}: {
	action: BatchAction;
	item: PreviewItem;
} ) {
	const number =
		item.wc_order_number === '' ? item.wc_order_id : item.wc_order_number;

	return (
		<li className={ item.skipped === null ? undefined : 'is-skipped' }>
			<strong>{ `#${ number }` }</strong>{ ' ' }
			{ item.skipped === null
				? outcomeWords( action, item )
				: item.message }
		</li>
	);
}

function summary( { looked, mails, todo, total }: Overview ): string {
	const done =
		looked < total
			? sprintf(
					/* translators: 1: a number. 2: how many were looked at so far. 3: of how many. */
					__(
						'%1$d will be done; looked at %2$d of %3$d so far.',
						'multisafepay-payment-links'
					),
					todo,
					looked,
					total
			  )
			: sprintf(
					/* translators: 1: a number. 2: of how many. */
					__(
						'%1$d of %2$d will be done.',
						'multisafepay-payment-links'
					),
					todo,
					total
			  );
	return mails === 0
		? done
		: `${ done } ${ sprintf(
				/* translators: %d: a number. */
				_n(
					'%d customer gets an e-mail.',
					'%d customers get an e-mail.',
					mails,
					'multisafepay-payment-links'
				),
				mails
		  ) }`;
}
