import { __, _n, sprintf } from '@wordpress/i18n';

import type { ApiError } from '../shared/api/errors';
import { formatTime } from '../shared/utils/dates';
import type {
	Batch,
	BatchAction,
	PreviewItem,
	BatchSelection,
} from './schemas';

export function selectionTitle( {
	action,
	ids,
	target,
}: BatchSelection ): string {
	const what =
		target === 'wc_order_ids'
			? /* translators: %d: a number. */
			  _n(
					'%d order',
					'%d orders',
					ids.length,
					'multisafepay-payment-links'
			  )
			: /* translators: %d: a number. */
			  _n(
					'%d payment link',
					'%d payment links',
					ids.length,
					'multisafepay-payment-links'
			  );
	return sprintf(
		/* translators: 1: action, e.g. "Cancel payment links". 2: e.g. "12 orders". */
		__( '%1$s: %2$s', 'multisafepay-payment-links' ),
		actionTitle( action ),
		sprintf( what, ids.length )
	);
}

function actionTitle( action: BatchAction ): string {
	switch ( action ) {
		case 'create':
			return __( 'Create payment links', 'multisafepay-payment-links' );
		case 'renew':
			return __( 'Renew payment links', 'multisafepay-payment-links' );
		case 'cancel':
			return __( 'Cancel payment links', 'multisafepay-payment-links' );
		case 'email':
			return __( 'Send payment links', 'multisafepay-payment-links' );
		case 'refresh':
			return __( 'Refresh payment links', 'multisafepay-payment-links' );
	}
}

export function actionDescription( action: BatchAction ): string {
	switch ( action ) {
		case 'create':
			return __(
				'Each unpaid order without an open payment link gets one for what it owes.',
				'multisafepay-payment-links'
			);
		case 'renew':
			return __(
				'Each order gets a new payment link for what it owes now; then the old one is cancelled.',
				'multisafepay-payment-links'
			);
		case 'cancel':
			return __(
				'Nobody can pay these links any more.',
				'multisafepay-payment-links'
			);
		case 'email':
			return __(
				'Each customer gets an e-mail with the open payment link.',
				'multisafepay-payment-links'
			);
		case 'refresh':
			return __(
				'MultiSafepay is asked how each link stands.',
				'multisafepay-payment-links'
			);
	}
}

/** Describes what happens to an item: its link and the recipient of the e-mail. */
export function outcomeLabel( action: BatchAction, item: PreviewItem ): string {
	const { email_to: emailTo, order_id: orderId } = item;
	const createsLink = action === 'create' || action === 'renew';
	const parts = [ createsLink ? newLinkLabel( orderId ) : orderId, emailTo ];
	return parts
		.filter( ( part ) => part !== null && part !== '' )
		.join( ' · ' );
}

function newLinkLabel( replaced: string | null ): string {
	return replaced === null
		? __( 'New link', 'multisafepay-payment-links' )
		: sprintf(
				/* translators: %s: an order ID. */
				__( 'New link in place of %s', 'multisafepay-payment-links' ),
				replaced
		  );
}

export function finishedCount( batch: Batch ): number {
	const { done, skipped, failed, email_failed: emailFailed } = batch.counts;
	return done + skipped + failed + emailFailed;
}

export function progressLabel( batch: Batch ): string {
	const { done, skipped, failed, email_failed: emailFailed } = batch.counts;
	const parts: string[] = [
		sprintf(
			/* translators: 1: number of finished items. 2: number of all items. */
			__( '%1$d of %2$d', 'multisafepay-payment-links' ),
			finishedCount( batch ),
			batch.total
		),
		sprintf(
			/* translators: %d: a number. */
			__( '%d done', 'multisafepay-payment-links' ),
			done
		),
	];
	if ( skipped > 0 ) {
		parts.push(
			sprintf(
				/* translators: %d: a number. */
				__( '%d left alone', 'multisafepay-payment-links' ),
				skipped
			)
		);
	}
	if ( failed > 0 ) {
		parts.push(
			sprintf(
				/* translators: %d: a number. */
				__( '%d failed', 'multisafepay-payment-links' ),
				failed
			)
		);
	}
	if ( emailFailed > 0 ) {
		parts.push(
			sprintf(
				/* translators: %d: a number. */
				_n(
					'%d e-mail not sent',
					'%d e-mails not sent',
					emailFailed,
					'multisafepay-payment-links'
				),
				emailFailed
			)
		);
	}
	return parts.join( ' · ' );
}

/**
 * Returns the message of an error. Messages of fields are included, because this screen has no fields to show them at.
 */
export function errorMessage( { message, params }: ApiError ): string {
	const fields = Object.values( params );
	return fields.length > 0 ? fields.join( ' ' ) : message;
}

/** Announced when a batch has finished. */
export function completionMessage( batch: Batch ): string {
	return sprintf(
		/* translators: 1: action, e.g. "Create payment links". 2: e.g. "Finished". 3: e.g. "3 of 3 · 3 done". */
		__( '%1$s: %2$s. %3$s', 'multisafepay-payment-links' ),
		batch.title,
		batchStatusLabel( batch ),
		progressLabel( batch )
	);
}

export function batchStatusLabel( batch: Batch ): string {
	switch ( batch.status ) {
		case 'preparing':
			return __( 'Being prepared', 'multisafepay-payment-links' );
		case 'running':
			return batch.paused_until === null
				? __( 'Running', 'multisafepay-payment-links' )
				: sprintf(
						/* translators: %s: a time of day. */
						__(
							'MultiSafepay is busy or does not answer; it goes on at %s',
							'multisafepay-payment-links'
						),
						formatTime( new Date( batch.paused_until ) )
				  );
		case 'done':
			return __( 'Finished', 'multisafepay-payment-links' );
		case 'cancelled':
			return __( 'Cancelled', 'multisafepay-payment-links' );
		case 'stopped':
			return __( 'Stopped', 'multisafepay-payment-links' );
	}
}
