import { addressOf, EVERYTHING, filterQuery, isFiltered, viewOf } from './view';

const FILTERED = {
	...EVERYTHING,
	search: 'Zoë & co',
	status: 'active,declined',
	stale: true,
	orderby: 'amount',
	order: 'asc',
	page: 3,
} as const;

it( 'finds in a bookmark what it was made of', () => {
	expect( viewOf( addressOf( FILTERED ) ) ).toEqual( FILTERED );
	expect( viewOf( addressOf( EVERYTHING ) ) ).toEqual( EVERYTHING );
} );

it( 'keeps the address short while nothing is filtered', () => {
	expect( addressOf( EVERYTHING ) ).toBe(
		'?page=multisafepay-payment-links'
	);
	expect( isFiltered( EVERYTHING ) ).toBe( false );
	expect( isFiltered( FILTERED ) ).toBe( true );
} );

it.each( [
	'?paged=0',
	'?paged=-1',
	'?paged=1.5',
	'?paged=many',
	'?orderby=details&order=up',
] )( 'reads nonsense in %s as if it were not there', ( search ) => {
	expect( viewOf( search ) ).toEqual( EVERYTHING );
} );

it( 'hands filters alone to totals and export', () => {
	expect( filterQuery( FILTERED ).toString() ).toBe(
		'search=Zo%C3%AB+%26+co&status=active%2Cdeclined&stale=1'
	);
} );
