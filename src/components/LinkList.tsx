import { __ } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import type { RowState } from '../hooks/payment-links-reducer';
import type { LinkCommands } from '../hooks/usePaymentLinks';
import { useNow } from '../hooks/useNow';
import { LinkRow } from './LinkRow';

type Props = {
	links: readonly Link[];
	rows: ReadonlyMap< number, RowState >;
	commands: LinkCommands;
};

export function LinkList( { links, rows, commands }: Props ) {
	const now = useNow();

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
					now={ now }
					row={ rows.get( link.id ) }
					commands={ commands }
				/>
			) ) }
		</ul>
	);
}
