import { __, _n, sprintf } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import { formatTime } from '../utils/dates';
import type { Batch, BatchAction, PreviewItem, Selection } from './schemas';

/** The title of what is going to be done. */
export function selectionTitle( { action, ids, target }: Selection ): string {
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
		/* translators: 1: what is done, e.g. "Retire payment links". 2: e.g. "12 orders". */
		__( '%1$s: %2$s', 'multisafepay-payment-links' ),
		actionTitle( action ),
		sprintf( what, ids.length )
	);
}

export function actionTitle( action: BatchAction ): string {
	switch ( action ) {
		case 'create':
			return __( 'Create payment links', 'multisafepay-payment-links' );
		case 'renew':
			return __( 'Renew payment links', 'multisafepay-payment-links' );
		case 'retire':
			return __( 'Retire payment links', 'multisafepay-payment-links' );
		case 'email':
			return __( 'Send payment links', 'multisafepay-payment-links' );
		case 'refresh':
			return __( 'Refresh payment links', 'multisafepay-payment-links' );
	}
}

/** Says what an action does, for somebody who has never pressed it. */
export function actionHelp( action: BatchAction ): string {
	switch ( action ) {
		case 'create':
			return __(
				'Each unpaid order without an open payment link gets one for what it owes.',
				'multisafepay-payment-links'
			);
		case 'renew':
			return __(
				'Each order gets a new payment link for what it owes now; then the old one is retired.',
				'multisafepay-payment-links'
			);
		case 'retire':
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

/** What happens with one, in a few words: which link, and who gets mail. */
export function outcomeWords( action: BatchAction, item: PreviewItem ): string {
	const { mail_to: mailTo, order_id: orderId } = item;
	const makesLink = action === 'create' || action === 'renew';
	const parts = [ makesLink ? newLinkWords( orderId ) : orderId, mailTo ];
	return parts
		.filter( ( part ) => part !== null && part !== '' )
		.join( ' · ' );
}

function newLinkWords( replaced: string | null ): string {
	return replaced === null
		? __( 'New link', 'multisafepay-payment-links' )
		: sprintf(
				/* translators: %s: an order ID. */
				__( 'New link in place of %s', 'multisafepay-payment-links' ),
				replaced
		  );
}

export function over( batch: Batch ): number {
	const { done, skipped, failed, mail_failed: mailFailed } = batch.counts;
	return done + skipped + failed + mailFailed;
}

/** How far it is, and how it went so far. */
export function progressWords( batch: Batch ): string {
	const { done, skipped, failed, mail_failed: mailFailed } = batch.counts;
	const parts: string[] = [
		sprintf(
			/* translators: 1: how many are over. 2: of how many. */
			__( '%1$d of %2$d', 'multisafepay-payment-links' ),
			over( batch ),
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
	if ( mailFailed > 0 ) {
		parts.push(
			sprintf(
				/* translators: %d: a number. */
				_n(
					'%d e-mail not sent',
					'%d e-mails not sent',
					mailFailed,
					'multisafepay-payment-links'
				),
				mailFailed
			)
		);
	}
	return parts.join( ' · ' );
}

/** What went wrong, for staff; the fields of a form are not on this screen. */
export function errorWords( thrown: unknown ): string {
	const { message, params } = toApiError( thrown );
	const fields = Object.values( params );
	return fields.length > 0 ? fields.join( ' ' ) : message;
}

/** What is said when a batch has ended. */
export function endWords( batch: Batch ): string {
	return sprintf(
		/* translators: 1: what was done, e.g. "Create payment links". 2: e.g. "Finished". 3: e.g. "3 of 3 · 3 done". */
		__( '%1$s: %2$s. %3$s', 'multisafepay-payment-links' ),
		batch.title,
		statusWords( batch ),
		progressWords( batch )
	);
}

export function statusWords( batch: Batch ): string {
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
