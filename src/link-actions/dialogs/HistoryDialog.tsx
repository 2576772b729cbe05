import { Button, Spinner } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { toApiError } from '../../shared/api/errors';
import type { LinkEvent } from '../../shared/api/schemas';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { HistoryEntry } from './HistoryEntry';

type History =
	| { readonly kind: 'loading' }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'loaded'; readonly events: readonly LinkEvent[] };

export default function HistoryDialog( {
	link,
	config,
	client,
	showLink,
}: LinkDialogProps ) {
	const [ history, setHistory ] = useState< History >( { kind: 'loading' } );

	async function load( isActive: () => boolean ): Promise< void > {
		try {
			const { events, ...now } = await client.read( link.id );
			if ( isActive() ) {
				showLink( now );
				setHistory( { kind: 'loaded', events } );
			}
		} catch ( thrown ) {
			const { message } = toApiError( thrown );
			if ( isActive() ) {
				setHistory( { kind: 'failed', message } );
			}
		}
	}

	useEffect( () => {
		let isOpen = true;
		void load( () => isOpen );
		return () => {
			isOpen = false;
		};
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Only on mount: the request itself changes the link.
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
							void load( () => true );
						} }
					>
						{ __( 'Try again', 'multisafepay-payment-links' ) }
					</Button>
				</ErrorNotice>
			);
		case 'loaded':
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
