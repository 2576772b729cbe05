import { Button, Spinner } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { LinkEvent } from '../api/schemas';
import { ErrorNotice } from '../components/ErrorNotice';
import type { LinkDialogProps } from '../components/link-dialog-table';
import { HistoryEntry } from './HistoryEntry';

type History =
	| { readonly kind: 'loading' }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'read'; readonly events: readonly LinkEvent[] };

/** Everything that has happened to a link, newest first. */
export default function HistoryDialog( {
	link,
	config,
	client,
	showLink,
}: LinkDialogProps ) {
	const [ history, setHistory ] = useState< History >( { kind: 'loading' } );

	async function read( isWanted: () => boolean ): Promise< void > {
		try {
			const { events, ...now } = await client.read( link.id );
			if ( isWanted() ) {
				showLink( now );
				setHistory( { kind: 'read', events } );
			}
		} catch ( thrown ) {
			const { message } = toApiError( thrown );
			if ( isWanted() ) {
				setHistory( { kind: 'failed', message } );
			}
		}
	}

	useEffect( () => {
		let isOpen = true;
		void read( () => isOpen );
		return () => {
			isOpen = false;
		};
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Once for each opening: what it reads changes the link itself.
	}, [] );

	switch ( history.kind ) {
		case 'loading':
			return (
				<p role="status">
					<Spinner />
					{ __( 'Loading…', 'multisafepay-payment-links' ) }
				</p>
			);
		case 'failed':
			return (
				<ErrorNotice message={ history.message }>
					<Button
						variant="secondary"
						onClick={ () => {
							setHistory( { kind: 'loading' } );
							void read( () => true );
						} }
					>
						{ __( 'Try again', 'multisafepay-payment-links' ) }
					</Button>
				</ErrorNotice>
			);
		case 'read':
			return history.events.length === 0 ? (
				<p>
					{ __(
						'Nothing is known about this link yet.',
						'multisafepay-payment-links'
					) }
				</p>
			) : (
				<ol
					className="msp-payment-links__history"
					aria-label={ __(
						'History, newest first',
						'multisafepay-payment-links'
					) }
				>
					{ history.events.map( ( event, index ) => (
						<HistoryEntry
							key={ history.events.length - index }
							event={ event }
							timeZone={ config.timezone }
						/>
					) ) }
				</ol>
			);
	}
}
