import { __, sprintf } from '@wordpress/i18n';

import type { Trouble } from './schemas';

type Props = {
	troubles: readonly Trouble[];
	/** Of all of them; only the first hundred are listed. */
	count: number;
};

/** What failed, what was left alone, and why; failures first. */
export function Troubles( { troubles, count }: Props ) {
	const hasFailures = troubles.some( ( { status } ) => status !== 'skipped' );

	return (
		<details
			className="msp-payment-links-batch__troubles"
			open={ hasFailures }
		>
			<summary>
				{ hasFailures
					? __(
							'What did not work, and why',
							'multisafepay-payment-links'
					  )
					: __(
							'What was left alone, and why',
							'multisafepay-payment-links'
					  ) }
			</summary>
			<ul>
				{ troubles.map( ( trouble ) => (
					<li key={ `${ trouble.wc_order_id }-${ trouble.link_id }` }>
						<OrderName trouble={ trouble } /> { trouble.message }
					</li>
				) ) }
			</ul>
			{ count > troubles.length && (
				<p>
					{ sprintf(
						/* translators: %d: a number. */
						__( 'And %d more.', 'multisafepay-payment-links' ),
						count - troubles.length
					) }
				</p>
			) }
		</details>
	);
}

function OrderName( { trouble }: { trouble: Trouble } ) {
	const name = `#${ trouble.wc_order_number }`;
	return trouble.edit_url === '' ? (
		<strong>{ name }</strong>
	) : (
		<a href={ trouble.edit_url }>{ name }</a>
	);
}
