import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import type { BatchClient } from '../batches/client';
import type { BatchAction } from '../batches/schemas';
import { ErrorNotice } from '../components/ErrorNotice';
import { useNow } from '../hooks/useNow';
import type { PhoneOrderClient } from '../phone-order/client';
import { NewLink } from '../phone-order/NewLink';
import { shownStatus, statusLabel } from '../utils/status';
import { Batches } from './Batches';
import { BulkBar } from './BulkBar';
import type { LinksClient } from './client';
import { allColumns } from './columns';
import type { LinksConfig } from './config';
import { LinkFilters } from './LinkFilters';
import { LinksTable } from './LinksTable';
import { ListTools } from './ListTools';
import { Pages } from './Pages';
import { RowDialog, type OpenDialog } from './RowDialog';
import { Totals } from './Totals';
import { useChoice } from './useChoice';
import { useLinkView } from './useLinkView';
import { filterQuery, isFiltered } from './view';

type Props = {
	config: LinksConfig;
	client: PaymentLinksClient;
	list: LinksClient;
	batches: BatchClient;
	phoneOrders: PhoneOrderClient;
};

/** Every payment link of the shop. */
export function LinksScreen( {
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
	const [ open, setOpen ] = useState< OpenDialog | null >( null );
	const [ failure, setFailure ] = useState< string | null >( null );
	const choice = useChoice( page.links );
	const [ action, setAction ] = useState< BatchAction | null >( null );
	const columns = allColumns();

	async function refresh( { id, order_id: orderId }: Link ): Promise< void > {
		setFailure( null );
		try {
			const link = await client.refresh( id );
			links.showLink( link );
			speak(
				sprintf(
					/* translators: 1: order ID of the link. 2: its status. */
					__( '%1$s: %2$s', 'multisafepay-payment-links' ),
					orderId,
					statusLabel( shownStatus( link, new Date() ) )
				)
			);
		} catch ( thrown ) {
			setFailure( toApiError( thrown ).message );
		}
	}

	return (
		<div className="msp-payment-links msp-payment-links__all">
			{ config.can_create_orders && (
				<NewLink
					config={ config }
					client={ phoneOrders }
					links={ client }
					onMade={ links.reload }
				/>
			) }
			<LinkFilters view={ view } config={ config } show={ show } />
			{ totals !== null && totals.length > 0 && (
				<Totals totals={ totals } />
			) }
			<ListTools
				columns={ columns }
				hidden={ hidden }
				onHide={ ( wanted ) => {
					setHidden( wanted );
					// Not remembering it is no reason to disturb.
					list.hideColumns( wanted ).catch( () => undefined );
				} }
				exportUrl={ `${ config.export_url }&${ filterQuery( view ) }` }
				isLoading={ isLoading }
			/>
			<Batches
				client={ batches }
				action={ action }
				choice={ choice }
				onSettled={ ( isStarted ) => {
					setAction( null );
					if ( isStarted ) {
						choice.turnAll( false );
					}
				} }
				onEnded={ links.reload }
			/>
			{ failure !== null && <ErrorNotice message={ failure } /> }
			{ error !== null && (
				<ErrorNotice message={ error }>
					<Button variant="secondary" onClick={ links.reload }>
						{ __( 'Try again', 'multisafepay-payment-links' ) }
					</Button>
				</ErrorNotice>
			) }
			{ page.links.length === 0 ? (
				<p className="msp-payment-links__empty">
					{ emptyWords(
						isFiltered( view ) || view.page > 1,
						config
					) }
				</p>
			) : (
				<>
					<BulkBar
						choice={ choice }
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
						choice={ choice }
						commands={ {
							open: ( kind, link ) => setOpen( { kind, link } ),
							refresh: ( link ) => void refresh( link ),
						} }
						show={ show }
					/>
				</>
			) }
			<Pages page={ page } view={ view } show={ show } />
			{ open !== null && (
				<RowDialog
					open={ open }
					links={ page.links }
					config={ config }
					client={ client }
					showLink={ links.showLink }
					onMade={ links.reload }
					close={ () => setOpen( null ) }
				/>
			) }
		</div>
	);
}

function emptyWords(
	isPart: boolean,
	{ can_create_orders: canCreate }: LinksConfig
): string {
	if ( isPart ) {
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
