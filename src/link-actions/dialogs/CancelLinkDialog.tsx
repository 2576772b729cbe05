import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { __, sprintf } from '@wordpress/i18n';

import { reloadAfterConflict } from '../../shared/api/conflict';
import { toApiError } from '../../shared/api/errors';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { useRequest } from '../../shared/hooks/useRequest';
import { formatMoney } from '../../shared/utils/money';

/** Asks for confirmation, because a link cannot be reopened. */
export default function CancelLinkDialog( {
	link,
	client,
	showLink,
	close,
}: LinkDialogProps ) {
	const { state, run } = useRequest< void >();
	const isCancelling = state.status === 'loading';

	// Without the signal: a cancellation that was confirmed is never aborted.
	async function cancel(): Promise< void > {
		try {
			showLink( await client.cancel( link.id ) );
			speak(
				sprintf(
					/* translators: %s: order ID of the link. */
					__(
						'%s is cancelled. Nobody can pay it any more.',
						'multisafepay-payment-links'
					),
					link.order_id
				)
			);
		} catch ( thrown ) {
			const error = toApiError( thrown );
			const now = await reloadAfterConflict( client, error, link );
			if ( now === null ) {
				throw error;
			}

			showLink( now, { isRemoteChange: true } );
			speak( error.message, 'assertive' );
		}
		close();
	}

	return (
		<>
			<p>
				{ sprintf(
					/* translators: 1: order ID of the link. 2: amount. */
					__(
						'Payment link %1$s for %2$s will be cancelled at MultiSafepay, for good: nobody can pay it any more.',
						'multisafepay-payment-links'
					),
					link.order_id,
					formatMoney( link.amount, link.currency )
				) }
			</p>
			<p>
				{ __(
					'A customer who opens it is told that this payment is no longer available. If they still have to pay, send them a new link.',
					'multisafepay-payment-links'
				) }
			</p>
			{ state.status === 'error' && (
				<ErrorNotice message={ state.error.message } />
			) }
			<div className="msp-payment-links__dialog-actions">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ close }
				>
					{ __( 'Keep link', 'multisafepay-payment-links' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isDestructive
					isBusy={ isCancelling }
					disabled={ isCancelling }
					accessibleWhenDisabled
					onClick={ () => void run( cancel ) }
				>
					{ isCancelling
						? __( 'Cancelling…', 'multisafepay-payment-links' )
						: __( 'Cancel link', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</>
	);
}
