import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { ShareChannel } from '../../shared/api/payment-links';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { useSend } from './useSend';

type Props = Pick< LinkDialogProps, 'link' | 'client' | 'showLink' > & {
	channel: ShareChannel;
	text: string;
	/** URL to open. Without a URL, `share` performs the whole action. */
	href?: string;
	isInNewTab?: boolean;
	/** Resolves to whether the link was shared. */
	share?: () => Promise< boolean >;
};

/** Shares the message outside the shop and records that in the history of the link. */
export function ShareButton( {
	link,
	client,
	showLink,
	channel,
	text,
	href,
	isInNewTab = false,
	share = () => Promise.resolve( true ),
}: Props ) {
	const { state, send } = useSend( client, showLink );

	async function onClick(): Promise< void > {
		if ( await share() ) {
			await send( () => client.share( link.id, channel ) );
		}
	}

	return (
		<>
			<Button
				variant="secondary"
				{ ...( href === undefined ? {} : { href } ) }
				{ ...( isInNewTab
					? { target: '_blank', rel: 'noopener noreferrer' }
					: {} ) }
				onClick={ () => void onClick() }
			>
				{ text }
			</Button>
			{ state.status === 'error' && (
				<ErrorNotice
					message={ sprintf(
						/* translators: %s: error message. */
						__(
							'This could not be noted in the history of the link: %s',
							'multisafepay-payment-links'
						),
						state.error.message
					) }
				/>
			) }
		</>
	);
}
