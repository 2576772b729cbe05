import { __ } from '@wordpress/i18n';

import type { LinkCommands } from '../../link-actions/commands';
import { useNow } from '../../shared/hooks/useNow';
import type { PanelState } from '../reducer';
import { LinkRow } from './LinkRow';

type Props = {
	state: PanelState;
	commands: LinkCommands;
	canGenerate: boolean;
};

export function LinkList( { state, commands, canGenerate }: Props ) {
	const { links, rows, mode, balance } = state;
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
					balance={ balance }
					canRenew={ canGenerate && ! isFormOpen }
				/>
			) ) }
		</ul>
	);
}
