import { Button, CheckboxControl, VisuallyHidden } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import { rowId } from '../components/row-id';
import type { Column } from './columns';
import type { LinksConfig } from './config';
import { RowActions, type RowCommands } from './RowActions';
import type { Choice } from './useChoice';
import type { View } from './view';

type Props = {
	links: readonly Link[];
	columns: readonly Column[];
	view: View;
	now: Date;
	config: LinksConfig;
	choice: Choice;
	commands: RowCommands;
	show: ( change: Partial< View > ) => void;
};

/** A table on a desk, a list of cards on the phone. */
export function LinksTable( {
	links,
	columns,
	view,
	now,
	config,
	choice,
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
					<th scope="col" className="msp-payment-links__choose">
						<VisuallyHidden>
							{ __( 'Select', 'multisafepay-payment-links' ) }
						</VisuallyHidden>
					</th>
					{ columns.map( ( column ) => (
						<HeadCell
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
					<tr
						key={ link.id }
						id={ rowId( link.id ) }
						className={
							choice.has( link.id ) ? 'is-chosen' : undefined
						}
						tabIndex={ -1 }
					>
						<td className="msp-payment-links__choose">
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
								checked={ choice.has( link.id ) }
								onChange={ ( isChosen ) =>
									choice.turn( link.id, isChosen )
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
								<RowActions
									link={ link }
									now={ now }
									commands={ commands }
								/>
							</div>
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function HeadCell( {
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
