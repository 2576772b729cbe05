import {
	viewUrl,
	DEFAULT_VIEW,
	filterQuery,
	isFiltered,
	parseView,
} from '../view';

const FILTERED = {
	...DEFAULT_VIEW,
	search: 'Zoë & co',
	status: 'active,declined',
	stale: true,
	orderby: 'amount',
	order: 'asc',
	page: 3,
} as const;

it( 'parses the URL of a view', () => {
	expect( parseView( viewUrl( FILTERED ) ) ).toEqual( FILTERED );
	expect( parseView( viewUrl( DEFAULT_VIEW ) ) ).toEqual( DEFAULT_VIEW );
} );

it( 'uses a short URL without filters', () => {
	expect( viewUrl( DEFAULT_VIEW ) ).toBe(
		'?page=multisafepay-payment-links'
	);
	expect( isFiltered( DEFAULT_VIEW ) ).toBe( false );
	expect( isFiltered( FILTERED ) ).toBe( true );
} );

it.each( [
	'?paged=0',
	'?paged=-1',
	'?paged=1.5',
	'?paged=many',
	'?orderby=details&order=up',
] )( 'ignores invalid parameters in %s', ( search ) => {
	expect( parseView( search ) ).toEqual( DEFAULT_VIEW );
} );

it( 'uses only filters for totals and export', () => {
	expect( filterQuery( FILTERED ).toString() ).toBe(
		'search=Zo%C3%AB+%26+co&status=active%2Cdeclined&stale=1'
	);
} );
