import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ErrorNotice } from '../components/ErrorNotice';
import type { LinkDialogProps } from '../components/link-dialog-table';
import type { ShareChannel } from '../api/payment-links';
import { useSending } from './useSending';

type Props = Pick< LinkDialogProps, 'link' | 'client' | 'showLink' > & {
	channel: ShareChannel;
	text: string;
	/** Where it leads; without it, `share` does all. */
	href?: string;
	isInNewTab?: boolean;
	/** Resolves to whether there is something to note. */
	share?: () => Promise< boolean >;
};

/** Hands the message over to something outside the shop, and notes that in the link's history. */
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
	const { sending, send } = useSending( client, showLink );

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
			{ sending.kind === 'refused' && (
				<ErrorNotice
					message={ sprintf(
						/* translators: %s: why. */
						__(
							'This could not be noted in the history of the link: %s',
							'multisafepay-payment-links'
						),
						sending.error.message
					) }
				/>
			) }
		</>
	);
}
