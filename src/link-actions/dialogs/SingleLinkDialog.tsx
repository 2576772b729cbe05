import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import type { ScreenConfig } from '../../shared/api/screen-config';
import type { DialogKind } from './dialog-registry';
import { LinkDialogs } from './LinkDialogs';
import { useSharePhone } from './useSharePhone';

type Props = {
	kind: DialogKind | null;
	link: Link;
	config: ScreenConfig;
	client: PaymentLinksClient;
	showLink: ( link: Link ) => void;
	/** Called when the dialog has created another link. */
	onCreated?: ( link: Link ) => void;
	close: () => void;
};

/** Shows a dialog for a link outside its order screen. The phone number for messages is loaded first. */
export function SingleLinkDialog( {
	kind,
	link,
	config,
	client,
	...callbacks
}: Props ) {
	const phone = useSharePhone( kind === 'send' ? link.id : null, client );
	const isReady = kind !== 'send' || phone !== null;

	return (
		<LinkDialogs
			dialog={
				kind === null || ! isReady ? null : { kind, linkId: link.id }
			}
			links={ [ link ] }
			config={ {
				...config,
				share: { ...config.share, phone: phone ?? '' },
			} }
			client={ client }
			{ ...callbacks }
		/>
	);
}
