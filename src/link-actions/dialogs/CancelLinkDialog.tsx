import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { linkAfterConflict } from '../api/conflict';
import { toApiError } from '../api/errors';
import { ErrorNotice } from '../components/ErrorNotice';
import type { LinkDialogProps } from '../components/link-dialog-table';
import { formatMoney } from '../utils/money';

type Progress =
	| { readonly kind: 'asking' }
	| { readonly kind: 'retiring' }
	| { readonly kind: 'failed'; readonly message: string };

/** Asks first: a retired link never comes back. */
export default function RetireDialog( {
	link,
	client,
	showLink,
	close,
}: LinkDialogProps ) {
	const [ progress, setProgress ] = useState< Progress >( {
		kind: 'asking',
	} );
	const isRetiring = progress.kind === 'retiring';

	async function retire(): Promise< void > {
		setProgress( { kind: 'retiring' } );
		try {
			showLink( await client.retire( link.id ) );
			speak(
				sprintf(
					/* translators: %s: order ID of the link. */
					__(
						'%s is retired. Nobody can pay it any more.',
						'multisafepay-payment-links'
					),
					link.order_id
				)
			);
			close();
		} catch ( thrown ) {
			const error = toApiError( thrown );
			const now = await linkAfterConflict( client, error );
			if ( now === null ) {
				setProgress( { kind: 'failed', message: error.message } );
				return;
			}

			showLink( now, { isNews: true } );
			speak( error.message, 'assertive' );
			close();
		}
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
			{ progress.kind === 'failed' && (
				<ErrorNotice message={ progress.message } />
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
					isBusy={ isRetiring }
					disabled={ isRetiring }
					accessibleWhenDisabled
					onClick={ () => void retire() }
				>
					{ isRetiring
						? __( 'Retiring…', 'multisafepay-payment-links' )
						: __( 'Retire link', 'multisafepay-payment-links' ) }
				</Button>
			</div>
		</>
	);
}
