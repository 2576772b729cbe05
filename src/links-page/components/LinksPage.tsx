import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { BatchClient } from '../../batches/client';
import type { BatchAction } from '../../batches/schemas';
import { SingleLinkDialog } from '../../link-actions/dialogs/SingleLinkDialog';
import type { PhoneOrderClient } from '../../new-orders/phone-order/client';
import { NewLinkButton } from '../../new-orders/phone-order/components/NewLinkButton';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { Link } from '../../shared/api/schemas';
import { ErrorNotice } from '../../shared/components/ErrorNotice';
import { useNow } from '../../shared/hooks/useNow';
import type { LinksPageClient } from '../client';
import { allColumns } from '../columns';
import type { LinksConfig } from '../config';
import { useLinkView } from '../hooks/useLinkView';
import { useRowCommands } from '../hooks/useRowCommands';
import { useSelection } from '../hooks/useSelection';
import { filterQuery, isFiltered } from '../view';
import { BulkBar } from './BulkBar';
import { LinkFilters } from './LinkFilters';
import { LinksPageBatches } from './LinksPageBatches';
import { LinksTable } from './LinksTable';
import { ListToolbar } from './ListToolbar';
import { Pagination } from './Pagination';
import { Totals } from './Totals';

type Props = {
	config: LinksConfig;
	client: PaymentLinksClient;
	list: LinksPageClient;
	batches: BatchClient;
	phoneOrders: PhoneOrderClient;
};

/** The page of all payment links. */
export function LinksPage( {
	config,
	client,
	list,
	batches,
	phoneOrders,
}: Props ) {
	const links = useLinkView( config.page, list );
	const { view, page, totals, isLoading, error, show } = links;
	const now = useNow();
	const [ hidden, setHidden ] = useState< readonly string[] >(
		config.hidden_columns
	);
	const rows = useRowCommands( {
		client,
		showLink: links.showLink,
		reload: links.reload,
	} );
	const selection = useSelection( page.links );
	const [ action, setAction ] = useState< BatchAction | null >( null );
	const columns = allColumns();

	return (
		<div className="msp-payment-links msp-payment-links__all">
			{ config.can_create_orders && (
				<NewLinkButton
					config={ config }
					client={ phoneOrders }
					links={ client }
					onCreated={ links.reload }
				/>
			) }
			<LinkFilters view={ view } config={ config } show={ show } />
			{ totals !== null && totals.length > 0 && (
				<Totals totals={ totals } />
			) }
			<ListToolbar
				columns={ columns }
				hidden={ hidden }
				onHide={ ( columnIds ) => {
					setHidden( columnIds );
					// The columns are hidden anyway; only the saved preference is missing.
					list.hideColumns( columnIds ).catch( () => undefined );
				} }
				exportUrl={ `${ config.export_url }&${ filterQuery( view ) }` }
				isLoading={ isLoading }
			/>
			<LinksPageBatches
				client={ batches }
				action={ action }
				selection={ selection }
				onDone={ ( isStarted ) => {
					setAction( null );
					if ( isStarted ) {
						selection.toggleAll( false );
					}
				} }
				onEnded={ links.reload }
			/>
			{ rows.failure !== null && (
				<ErrorNotice message={ rows.failure } />
			) }
			{ error !== null && (
				<ErrorNotice message={ error }>
					<Button variant="secondary" onClick={ links.reload }>
						{ __( 'Try again', 'multisafepay-payment-links' ) }
					</Button>
				</ErrorNotice>
			) }
			{ page.links.length === 0 ? (
				<p className="msp-payment-links__empty">
					{ emptyMessage(
						isFiltered( view ) || view.page > 1,
						config
					) }
				</p>
			) : (
				<>
					<BulkBar
						selection={ selection }
						count={ page.links.length }
						act={ setAction }
					/>
					<LinksTable
						links={ page.links }
						columns={ columns.filter(
							( { id } ) => ! hidden.includes( id )
						) }
						view={ view }
						now={ now }
						config={ config }
						selection={ selection }
						commands={ rows.commands }
						show={ show }
					/>
				</>
			) }
			<Pagination page={ page } view={ view } show={ show } />
			{ rows.dialog !== null && (
				<SingleLinkDialog
					kind={ rows.dialog.kind }
					link={ currentLink( rows.dialog.link, page.links ) }
					config={ config }
					client={ client }
					showLink={ rows.showLink }
					onCreated={ rows.onCreated }
					close={ rows.closeDialog }
				/>
			) }
		</div>
	);
}

/** The link as it is now in the list. */
function currentLink( link: Link, links: readonly Link[] ): Link {
	return links.find( ( { id } ) => id === link.id ) ?? link;
}

function emptyMessage(
	isFilteredOrPaged: boolean,
	{ can_create_orders: canCreate }: LinksConfig
): string {
	if ( isFilteredOrPaged ) {
		return __(
			'No payment links fit. Leave a filter out, or go back a page.',
			'multisafepay-payment-links'
		);
	}

	return canCreate
		? __(
				'No payment links yet. Press “New payment link” for a payment by phone, or open an order and press “Generate payment link”.',
				'multisafepay-payment-links'
		  )
		: __(
				'No payment links yet. Open an order and press “Generate payment link”.',
				'multisafepay-payment-links'
		  );
}
