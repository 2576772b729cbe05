import { __ } from '@wordpress/i18n';

import type { PanelState } from '../hooks/payment-links-reducer';
import type { LinkCommands } from '../hooks/useLinkCommands';
import { useNow } from '../hooks/useNow';
import { owedOf } from '../utils/owed';
import { LinkRow } from './LinkRow';

type Props = {
	state: PanelState;
	commands: LinkCommands;
	canGenerate: boolean;
};

export function LinkList( { state, commands, canGenerate }: Props ) {
	const { links, rows, mode, draft } = state;
	const now = useNow();
	const isFormOpen = mode.kind === 'form' || mode.kind === 'loading_draft';

	return (
		<ul
			className="msp-payment-links__list"
			aria-label={ __(
				'Payment links of this order',
				'multisafepay-payment-links'
			) }
		>
			{ links.map( ( link ) => (
				<LinkRow
					key={ link.id }
					link={ link }
					links={ links }
					now={ now }
					row={ rows.get( link.id ) }
					commands={ commands }
					owed={ owedOf( draft ) }
					canRenew={ canGenerate && ! isFormOpen }
				/>
			) ) }
		</ul>
	);
}
