import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import { LinkDialogs } from '../components/LinkDialogs';
import type { DialogKind } from '../hooks/payment-links-reducer';
import { dialogConfig, type LinksConfig } from './config';
import { useSharePhone } from './useSharePhone';

type Props = {
	/** Null while none is open. */
	kind: DialogKind | null;
	link: Link;
	config: LinksConfig;
	client: PaymentLinksClient;
	showLink: ( link: Link ) => void;
	close: () => void;
};

/** The dialogs of the order's panel, outside of an order. */
export function ListDialogs( {
	kind,
	link,
	config,
	client,
	showLink,
	close,
}: Props ) {
	const phone = useSharePhone( kind === 'send' ? link.id : null, client );
	const isReady = kind !== 'send' || phone !== null;

	return (
		<LinkDialogs
			dialog={
				kind === null || ! isReady ? null : { kind, linkId: link.id }
			}
			links={ [ link ] }
			config={ dialogConfig( config, link, phone ?? '' ) }
			client={ client }
			showLink={ showLink }
			close={ close }
		/>
	);
}
