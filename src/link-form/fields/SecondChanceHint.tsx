import { __ } from '@wordpress/i18n';

import type { LinkForm } from '../hooks/useLinkForm';

/* MultiSafepay sends the second reminder after 24 hours. The customer needs a day to react. */
const RECOMMENDED_LIFETIME = 48 * 3600;

/** Describes Second Chance and, when it is on, its conditions. */
export function SecondChanceHint( { form }: { form: LinkForm } ) {
	if ( ! form.values.second_chance ) {
		return (
			<>
				{ __(
					'MultiSafepay e-mails the customer a reminder when the payment is not finished.',
					'multisafepay-payment-links'
				) }
			</>
		);
	}

	return (
		<>
			{ __(
				'Keep this on only when the customer has agreed to get such e-mails, and you can show that. Reminders go out after 1 hour and after 24 hours, so let the link live for at least 48 hours.',
				'multisafepay-payment-links'
			) }
			{ form.lifetime !== null &&
				form.lifetime < RECOMMENDED_LIFETIME && (
					<strong>
						{ ' ' }
						{ __(
							'This link ends sooner.',
							'multisafepay-payment-links'
						) }
					</strong>
				) }
		</>
	);
}
