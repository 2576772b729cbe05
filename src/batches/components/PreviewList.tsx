import { __, _n, sprintf } from '@wordpress/i18n';

import type { Overview } from '../hooks/usePreview';
import { outcomeLabel } from '../messages';
import type { BatchAction, PreviewItem } from '../schemas';

type Props = {
	action: BatchAction;
	overview: Overview;
};

/** Shows what will happen to each item. The counts include all items, the list only the first ones. */
export function PreviewList( { action, overview }: Props ) {
	const { items, skipReasons, total } = overview;

	return (
		<div className="msp-payment-links-batch__preview">
			<p role="status">{ summary( overview ) }</p>
			{ skipReasons.size > 0 && total > items.length && (
				<SkipReasons reasons={ skipReasons } />
			) }
			<ul
				aria-label={ __( 'Preview', 'multisafepay-payment-links' ) }
				// A scrollable list must be focusable with the keyboard.

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
						/* translators: 1: number of listed items. 2: number of all items. */
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

function SkipReasons( {
	reasons,
}: {
	reasons: ReadonlyMap< string, number >;
} ) {
	return (
		<>
			<p>
				{ __( 'Left alone, and why:', 'multisafepay-payment-links' ) }
			</p>
			<dl>
				{ Array.from( reasons, ( [ reason, count ] ) => (
					<div key={ reason }>
						<dt>{ reason }</dt>
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
		<li className={ item.skip_reason === null ? undefined : 'is-skipped' }>
			<strong>{ `#${ number }` }</strong>{ ' ' }
			{ item.skip_reason === null
				? outcomeLabel( action, item )
				: item.message }
		</li>
	);
}

function summary( { previewed, emails, eligible, total }: Overview ): string {
	const done =
		previewed < total
			? sprintf(
					/* translators: 1: number of items. 2: number of previewed items. 3: number of all items. */
					__(
						'%1$d will be done; looked at %2$d of %3$d so far.',
						'multisafepay-payment-links'
					),
					eligible,
					previewed,
					total
			  )
			: sprintf(
					/* translators: 1: number of items. 2: number of all items. */
					__(
						'%1$d of %2$d will be done.',
						'multisafepay-payment-links'
					),
					eligible,
					total
			  );
	return emails === 0
		? done
		: `${ done } ${ sprintf(
				/* translators: %d: a number. */
				_n(
					'%d customer gets an e-mail.',
					'%d customers get an e-mail.',
					emails,
					'multisafepay-payment-links'
				),
				emails
		  ) }`;
}
