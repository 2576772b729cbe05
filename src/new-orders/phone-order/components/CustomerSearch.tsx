import { TextControl } from '@wordpress/components';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';

import type { PhoneOrderClient } from '../client';
import {
	useCustomerSearch,
	type CustomerSearch as Search,
} from '../hooks/useCustomerSearch';
import type { CustomerResult } from '../schemas';

type Props = {
	client: PhoneOrderClient;
	onSelect: ( customer: CustomerResult ) => void;
};

/** The same list in each render. */
const NOBODY: readonly CustomerResult[] = [];

/** Search field with a list of results. Arrow keys move through the results, Enter selects one. */
export function CustomerSearch( { client, onSelect }: Props ) {
	const [ active, setActive ] = useState( -1 );
	const { text, setText, search } = useCustomerSearch( client );
	const listId = useId();
	const customers = search.kind === 'found' ? search.customers : NOBODY;
	const isOpen = customers.length > 0;

	const list = useRef< HTMLUListElement >( null );

	useEffect( () => {
		setActive( -1 );
		// On small screens the results can be below the visible area.
		list.current?.scrollIntoView( { block: 'nearest' } );
	}, [ search.kind, customers ] );

	function select( customer: CustomerResult ): void {
		setText( '' );
		onSelect( customer );
	}

	function onKeyDown( event: KeyboardEvent ): void {
		const selected = customers[ active ];
		switch ( event.key ) {
			case 'ArrowDown':
				setActive( Math.min( active + 1, customers.length - 1 ) );
				break;
			case 'ArrowUp':
				setActive( Math.max( active - 1, 0 ) );
				break;
			case 'Enter':
				if ( selected === undefined ) {
					return;
				}
				select( selected );
				break;
			case 'Escape':
				// The first Escape closes the list, the second the dialog.
				if ( text === '' ) {
					return;
				}
				setText( '' );
				break;
			default:
				return;
		}
		event.preventDefault();
	}

	return (
		<div className="msp-payment-links__search">
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Find a customer', 'multisafepay-payment-links' ) }
				placeholder={ __(
					'Name or e-mail',
					'multisafepay-payment-links'
				) }
				value={ text }
				onChange={ setText }
				onKeyDown={ onKeyDown }
				maxLength={ 100 }
				autoComplete="off"
				dir="auto"
				role="combobox"
				aria-autocomplete="list"
				aria-expanded={ isOpen }
				aria-controls={ listId }
				aria-activedescendant={
					active >= 0 ? optionId( listId, active ) : undefined
				}
			/>
			<p role="status">{ searchMessage( search ) }</p>
			<ul
				ref={ list }
				id={ listId }
				role="listbox"
				aria-label={ __( 'Customers', 'multisafepay-payment-links' ) }
				hidden={ ! isOpen }
			>
				{ customers.map( ( customer, index ) => (
					// eslint-disable-next-line jsx-a11y/click-events-have-key-events -- The input above handles the keys.
					<li
						key={ `${ customer.id } ${ customer.email }` }
						id={ optionId( listId, index ) }
						role="option"
						aria-selected={ index === active }
						// The input keeps the focus.
						onMouseDown={ ( event ) => event.preventDefault() }
						onClick={ () => select( customer ) }
					>
						<strong>
							<bdi>{ customer.name }</bdi>
						</strong>
						<bdi>{ customer.email }</bdi>
						<small>{ customerKind( customer ) }</small>
					</li>
				) ) }
			</ul>
		</div>
	);
}

function optionId( listId: string, index: number ): string {
	return `${ listId }-${ index }`;
}

function searchMessage( search: Search ): string {
	switch ( search.kind ) {
		case 'idle':
			return __(
				'Or type the customer below.',
				'multisafepay-payment-links'
			);
		case 'searching':
			return __( 'Looking…', 'multisafepay-payment-links' );
		case 'failed':
			return search.message;
		case 'found':
			return search.customers.length === 0
				? __(
						'Nobody found. Type the customer below.',
						'multisafepay-payment-links'
				  )
				: sprintf(
						/* translators: %d: a number. */
						_n(
							'%d customer found.',
							'%d customers found.',
							search.customers.length,
							'multisafepay-payment-links'
						),
						search.customers.length
				  );
	}
}

function customerKind( { is_guest: isGuest, orders }: CustomerResult ): string {
	const kind = isGuest
		? __( 'Guest', 'multisafepay-payment-links' )
		: __( 'Has an account', 'multisafepay-payment-links' );
	if ( orders === undefined || orders === null ) {
		return kind;
	}

	return `${ kind } · ${ sprintf(
		/* translators: %d: a number. */
		_n( '%d order', '%d orders', orders, 'multisafepay-payment-links' ),
		orders
	) }`;
}
