import { __, sprintf } from '@wordpress/i18n';

import type { BatchIssue } from '../schemas';

type Props = {
	issues: readonly BatchIssue[];
	/** Number of all issues. Only the first hundred are listed. */
	count: number;
};

/** Items that failed or were skipped, failures first. */
export function BatchIssues( { issues, count }: Props ) {
	const hasFailures = issues.some( ( { status } ) => status !== 'skipped' );

	return (
		<details
			className="msp-payment-links-batch__issues"
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
				{ issues.map( ( issue ) => (
					<li key={ `${ issue.wc_order_id }-${ issue.link_id }` }>
						<OrderName issue={ issue } /> { issue.message }
					</li>
				) ) }
			</ul>
			{ count > issues.length && (
				<p>
					{ sprintf(
						/* translators: %d: a number. */
						__( 'And %d more.', 'multisafepay-payment-links' ),
						count - issues.length
					) }
				</p>
			) }
		</details>
	);
}

function OrderName( { issue }: { issue: BatchIssue } ) {
	const name = `#${ issue.wc_order_number }`;
	return issue.edit_url === '' ? (
		<strong>{ name }</strong>
	) : (
		<a href={ issue.edit_url }>{ name }</a>
	);
}
