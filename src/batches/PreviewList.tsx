import { __, _n, sprintf } from '@wordpress/i18n';

import type { Preview } from './schemas';

/** What happens with each: who gets mail, and what is left alone and why. */
export function PreviewList( { preview }: { preview: Preview } ) {
	const { items, looked, mails, todo, total } = preview;

	return (
		<div className="msp-payment-links-batch__preview">
			<p role="status">
				{ sprintf(
					/* translators: 1: a number. 2: of how many. */
					__(
						'%1$d of %2$d will be done.',
						'multisafepay-payment-links'
					),
					todo,
					looked
				) }{ ' ' }
				{ mails > 0 &&
					sprintf(
						/* translators: %d: a number. */
						_n(
							'%d customer gets an e-mail.',
							'%d customers get an e-mail.',
							mails,
							'multisafepay-payment-links'
						),
						mails
					) }
			</p>
			<ul
				aria-label={ __( 'Preview', 'multisafepay-payment-links' ) }
				// A list that scrolls must be within reach of the keyboard.

				tabIndex={ 0 }
			>
				{ items.map( ( item ) => (
					<li
						key={ `${ item.wc_order_id }-${ item.order_id }` }
						className={
							item.skipped === null ? undefined : 'is-skipped'
						}
					>
						<strong>
							{ `#${
								item.wc_order_number === ''
									? item.wc_order_id
									: item.wc_order_number
							}` }
						</strong>{ ' ' }
						{ item.skipped !== null && item.message }
						{ item.skipped === null &&
							( item.mail_to === ''
								? item.order_id
								: item.mail_to ) }
					</li>
				) ) }
			</ul>
			{ total > looked && (
				<p>
					{ sprintf(
						/* translators: 1: how many the preview looked at. 2: of how many. */
						__(
							'The preview shows the first %1$d of %2$d; the others are looked at when their turn comes.',
							'multisafepay-payment-links'
						),
						looked,
						total
					) }
				</p>
			) }
		</div>
	);
}
