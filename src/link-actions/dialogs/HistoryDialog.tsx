import { Button, Spinner } from '@wordpress/components';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { LinkEvent } from '../../shared/api/schemas';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { useRequest } from '../../shared/hooks/useRequest';
import { HistoryEntry } from './HistoryEntry';

export default function HistoryDialog( {
	link,
	config,
	client,
	showLink,
}: LinkDialogProps ) {
	const { state, run } = useRequest< readonly LinkEvent[] >();

	async function load(): Promise< void > {
		await run( async ( signal ) => {
			const { events, ...now } = await client.read( link.id, signal );
			if ( ! signal.aborted ) {
				showLink( now );
			}
			return events;
		} );
	}

	useEffect( () => {
		void load();
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Only on mount: the request itself changes the link.
	}, [] );

	switch ( state.status ) {
		case 'idle':
		case 'loading':
			return (
				<p role="status">
					<Spinner />
					{ __( 'Loading…', 'multisafepay-payment-links' ) }
				</p>
			);
		case 'error':
			return (
				<ErrorNotice message={ state.error.message }>
					<Button variant="secondary" onClick={ () => void load() }>
						{ __( 'Try again', 'multisafepay-payment-links' ) }
					</Button>
				</ErrorNotice>
			);
		case 'success':
			return state.data.length === 0 ? (
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
					{ state.data.map( ( event, index ) => (
						<HistoryEntry
							key={ state.data.length - index }
							event={ event }
							timeZone={ config.timezone }
						/>
					) ) }
				</ol>
			);
	}
}
