import { Button, CheckboxControl, VisuallyHidden } from '@wordpress/components';
import { Fragment } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkCommands } from '../../link-actions/commands';
import { AlertNotice } from '../../link-actions/components/AlertNotice';
import { LinkActionMenu } from '../../link-actions/components/LinkActionMenu';
import type { Link } from '../../shared/api/schemas';
import { rowId } from '../../shared/utils/row-id';
import type { Column } from '../columns';
import type { LinksConfig } from '../config';
import type { LinkSelection } from '../hooks/useSelection';
import type { View } from '../view';

type Props = {
	links: readonly Link[];
	columns: readonly Column[];
	view: View;
	now: Date;
	config: LinksConfig;
	selection: LinkSelection;
	commands: LinkCommands;
	show: ( change: Partial< View > ) => void;
};

/** Styled as a table on large screens and as cards on small ones. */
export function LinksTable( {
	links,
	columns,
	view,
	now,
	config,
	selection,
	commands,
	show,
}: Props ) {
	return (
		<table className="msp-payment-links__table widefat striped">
			<caption className="screen-reader-text">
				{ __( 'Payment links', 'multisafepay-payment-links' ) }
			</caption>
			<thead>
				<tr>
					<th scope="col" className="msp-payment-links__select">
						<VisuallyHidden>
							{ __( 'Select', 'multisafepay-payment-links' ) }
						</VisuallyHidden>
					</th>
					{ columns.map( ( column ) => (
						<HeaderCell
							key={ column.id }
							column={ column }
							view={ view }
							show={ show }
						/>
					) ) }
					<th scope="col">
						{ __( 'Actions', 'multisafepay-payment-links' ) }
					</th>
				</tr>
			</thead>
			<tbody>
				{ links.map( ( link ) => (
					<Fragment key={ link.id }>
						<tr
							id={ rowId( link.id ) }
							className={
								selection.has( link.id )
									? 'is-selected'
									: undefined
							}
							tabIndex={ -1 }
						>
							<td className="msp-payment-links__select">
								<CheckboxControl
									__nextHasNoMarginBottom
									label={ sprintf(
										/* translators: %s: order ID of the link. */
										__(
											'Select %s',
											'multisafepay-payment-links'
										),
										link.order_id
									) }
									checked={ selection.has( link.id ) }
									onChange={ ( isSelected ) =>
										selection.toggle( link.id, isSelected )
									}
								/>
							</td>
							{ columns.map( ( { id, title, cell } ) => (
								<td key={ id } data-title={ title }>
									<div>{ cell( link, now, config ) }</div>
								</td>
							) ) }
							<td className="msp-payment-links__row-actions">
								<div>
									<LinkActionMenu
										link={ link }
										now={ now }
										commands={ commands }
									/>
								</div>
							</td>
						</tr>
						{ link.alert !== null && (
							<tr className="msp-payment-links__alert-row">
								<td colSpan={ columns.length + 2 }>
									<AlertNotice
										link={ link }
										now={ now }
										commands={ commands }
									/>
								</td>
							</tr>
						) }
					</Fragment>
				) ) }
			</tbody>
		</table>
	);
}

function HeaderCell( {
	column: { title, sort },
	view,
	show,
}: {
	column: Column;
	view: View;
	show: Props[ 'show' ];
} ) {
	if ( sort === undefined ) {
		return <th scope="col">{ title }</th>;
	}

	const isSorted = view.orderby === sort;
	const isAscending = view.order === 'asc';
	const direction = isAscending ? 'ascending' : 'descending';

	return (
		<th scope="col" aria-sort={ isSorted ? direction : 'none' }>
			<Button
				variant="link"
				aria-label={ sprintf(
					/* translators: %s: name of a column. */
					__( 'Sort by %s', 'multisafepay-payment-links' ),
					title
				) }
				onClick={ () =>
					show( {
						orderby: sort,
						order: isSorted && ! isAscending ? 'asc' : 'desc',
					} )
				}
			>
				{ title }
				{ isSorted && (
					<span aria-hidden>{ isAscending ? ' ▲' : ' ▼' }</span>
				) }
			</Button>
		</th>
	);
}
