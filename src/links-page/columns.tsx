import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

import { isRenewable } from '../link-actions/due';
import type { Link } from '../shared/api/schemas';
import { StatusBadge, TestBadge } from '../shared/components/Badges';
import { formatDateTime } from '../shared/utils/dates';
import { formatMoney } from '../shared/utils/money';
import { displayStatus } from '../shared/utils/status';
import type { LinksConfig } from './config';
import type { Sort } from './view';

export type Column = {
	readonly id: string;
	readonly title: string;
	readonly sort?: Sort;
	readonly cell: ( link: Link, now: Date, config: LinksConfig ) => ReactNode;
};

/** Columns of the table. The actions are not included, because they cannot be hidden. */
export function allColumns(): readonly Column[] {
	return [
		{
			id: 'status',
			title: __( 'Status', 'multisafepay-payment-links' ),
			cell: ( link, now ) => (
				<>
					<StatusBadge status={ displayStatus( link, now ) } />
					{ isRenewable( link ) && (
						<span className="msp-payment-links__badge is-attention">
							{ __(
								'Amount changed',
								'multisafepay-payment-links'
							) }
						</span>
					) }
					{ link.alert !== null && (
						<span className="msp-payment-links__badge is-bad">
							{ __( 'Review', 'multisafepay-payment-links' ) }
						</span>
					) }
				</>
			),
		},
		{
			id: 'order',
			title: __( 'Order', 'multisafepay-payment-links' ),
			cell: ( { edit_url: url, wc_order_number: number } ) =>
				url === null || url === '' ? (
					`#${ number }`
				) : (
					<a href={ url }>{ `#${ number }` }</a>
				),
		},
		{
			id: 'customer',
			title: __( 'Customer', 'multisafepay-payment-links' ),
			cell: ( { customer } ) => (
				<>
					<bdi>{ `${ customer.first_name } ${ customer.last_name }` }</bdi>
					<small>{ customer.email }</small>
				</>
			),
		},
		{
			id: 'amount',
			title: __( 'Amount', 'multisafepay-payment-links' ),
			sort: 'amount',
			cell: ( { amount, currency } ) => (
				<strong>{ formatMoney( amount, currency ) }</strong>
			),
		},
		{
			id: 'order_id',
			title: __( 'Order ID', 'multisafepay-payment-links' ),
			cell: ( link ) => <code>{ link.order_id }</code>,
		},
		{
			id: 'site',
			title: __( 'Site', 'multisafepay-payment-links' ),
			cell: ( link, _now, config ) => (
				<>
					{ config.sites.find( ( { id } ) => id === link.site )
						?.label ?? link.site }
					{ link.environment === 'test' && <TestBadge /> }
				</>
			),
		},
		{
			id: 'created_by',
			title: __( 'Made by', 'multisafepay-payment-links' ),
			cell: ( link ) => link.created_by?.name ?? '',
		},
		time(
			'created_at',
			__( 'Made', 'multisafepay-payment-links' ),
			'created_at'
		),
		time(
			'expires_at',
			__( 'Expires', 'multisafepay-payment-links' ),
			'expires_at'
		),
		time( 'sent_at', __( 'Sent', 'multisafepay-payment-links' ) ),
	];
}

function time(
	id: 'created_at' | 'expires_at' | 'sent_at',
	title: string,
	sort?: Sort
): Column {
	return {
		id,
		title,
		...( sort === undefined ? {} : { sort } ),
		cell: ( link ) => {
			const iso = link[ id ];
			return iso === null ? (
				'–'
			) : (
				<time dateTime={ iso }>{ formatDateTime( iso ) }</time>
			);
		},
	};
}
