import {
	Button,
	CheckboxControl,
	Dropdown,
	Spinner,
} from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import { ErrorNotice } from '../components/ErrorNotice';
import { LinkDialogs } from '../components/LinkDialogs';
import type { DialogKind } from '../hooks/payment-links-reducer';
import { useNow } from '../hooks/useNow';
import { shownStatus, statusLabel } from '../utils/status';
import type { LinksClient } from './client';
import { allColumns } from './columns';
import { dialogConfig, type LinksConfig } from './config';
import { DuplicateDialog } from './DuplicateDialog';
import { LinkFilters } from './LinkFilters';
import { LinksTable } from './LinksTable';
import { Pages } from './Pages';
import { Totals } from './Totals';
import { useLinkView } from './useLinkView';
import { filterQuery, isFiltered } from './view';

type Props = {
	config: LinksConfig;
	client: PaymentLinksClient;
	list: LinksClient;
};

type Open = {
	readonly kind: DialogKind | 'duplicate';
	readonly link: Link;
};

/** Every payment link of the shop. */
export function LinksScreen( { config, client, list }: Props ) {
	const links = useLinkView( config.page, list );
	const { view, page, totals, isLoading, error, show } = links;
	const now = useNow();
	const [ hidden, setHidden ] = useState< readonly string[] >(
		config.hidden_columns
	);
	const [ open, setOpen ] = useState< Open | null >( null );
	const [ failure, setFailure ] = useState< string | null >( null );
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

	function hide( id: string, isShown: boolean ): void {
		const others = hidden.filter( ( other ) => other !== id );
		const wanted = isShown ? others : [ ...others, id ];
		setHidden( wanted );
		// Not remembering it is no reason to disturb.
		list.hideColumns( wanted ).catch( () => undefined );
	}

	return (
		<div className="msp-payment-links msp-payment-links__all">
			<LinkFilters view={ view } config={ config } show={ show } />
			{ totals !== null && totals.length > 0 && (
				<Totals totals={ totals } />
			) }
			<div className="msp-payment-links__tools">
				<Dropdown
					popoverProps={ { placement: 'bottom-start' } }
					renderToggle={ ( { isOpen, onToggle } ) => (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							aria-expanded={ isOpen }
							onClick={ onToggle }
						>
							{ __( 'Columns', 'multisafepay-payment-links' ) }
						</Button>
					) }
					renderContent={ () => (
						<fieldset className="msp-payment-links__columns">
							<legend className="screen-reader-text">
								{ __(
									'Columns',
									'multisafepay-payment-links'
								) }
							</legend>
							{ columns.map( ( { id, title } ) => (
								<CheckboxControl
									key={ id }
									__nextHasNoMarginBottom
									label={ title }
									checked={ ! hidden.includes( id ) }
									onChange={ ( isShown ) =>
										hide( id, isShown )
									}
								/>
							) ) }
						</fieldset>
					) }
				/>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					href={ `${ config.export_url }&${ filterQuery( view ) }` }
				>
					{ __( 'Download as CSV', 'multisafepay-payment-links' ) }
				</Button>
				{ isLoading && (
					<span role="status">
						<Spinner />
						{ __( 'Loading…', 'multisafepay-payment-links' ) }
					</span>
				) }
			</div>
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
					{ isFiltered( view ) || view.page > 1
						? __(
								'No payment links fit. Leave a filter out, or go back a page.',
								'multisafepay-payment-links'
						  )
						: __(
								'No payment links yet. Open an order and press “Generate payment link”.',
								'multisafepay-payment-links'
						  ) }
				</p>
			) : (
				<LinksTable
					links={ page.links }
					columns={ columns.filter(
						( { id } ) => ! hidden.includes( id )
					) }
					view={ view }
					now={ now }
					config={ config }
					commands={ {
						open: ( kind, link ) => setOpen( { kind, link } ),
						refresh: ( link ) => void refresh( link ),
					} }
					show={ show }
				/>
			) }
			<Pages page={ page } view={ view } show={ show } />
			{ open !== null && open.kind === 'duplicate' && (
				<DuplicateDialog
					link={ open.link }
					client={ client }
					onMade={ ( link ) => {
						setOpen( null );
						speak(
							sprintf(
								/* translators: %s: order ID of the link. */
								__(
									'%s is made.',
									'multisafepay-payment-links'
								),
								link.order_id
							)
						);
						links.reload();
					} }
					close={ () => setOpen( null ) }
				/>
			) }
			{ open !== null && open.kind !== 'duplicate' && (
				<LinkDialogs
					dialog={ { kind: open.kind, linkId: open.link.id } }
					links={ page.links }
					config={ dialogConfig( config, open.link ) }
					client={ client }
					showLink={ links.showLink }
					close={ () => setOpen( null ) }
				/>
			) }
		</div>
	);
}
