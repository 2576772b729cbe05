/** Filters, order and page, as in the URL. */
export type View = {
	readonly search: string;
	/** Comma-separated; empty for all. */
	readonly status: string;
	readonly site: string;
	readonly environment: string;
	readonly expiring: boolean;
	readonly stale: boolean;
	readonly mine: boolean;
	readonly alert: boolean;
	readonly orderby: Sort;
	readonly order: 'asc' | 'desc';
	readonly page: number;
};

export type Sort = 'created_at' | 'expires_at' | 'amount';

export const PER_PAGE = 20;

const FLAGS = [ 'expiring', 'stale', 'mine', 'alert' ] as const;

export const DEFAULT_VIEW: View = {
	search: '',
	status: '',
	site: '',
	environment: '',
	expiring: false,
	stale: false,
	mine: false,
	alert: false,
	orderby: 'created_at',
	order: 'desc',
	page: 1,
};

const SORTS: readonly Sort[] = [ 'created_at', 'expires_at', 'amount' ];

export function parseView( search: string ): View {
	const query = new URLSearchParams( search );
	const text = ( name: string ) => query.get( name )?.trim() ?? '';
	const flag = ( name: string ) => text( name ) === '1';
	const page = Number( text( 'paged' ) );

	return {
		search: text( 'search' ),
		status: text( 'status' ),
		site: text( 'site' ),
		environment: text( 'environment' ),
		expiring: flag( 'expiring' ),
		stale: flag( 'stale' ),
		mine: flag( 'mine' ),
		alert: flag( 'alert' ),
		orderby:
			SORTS.find( ( sort ) => sort === text( 'orderby' ) ) ??
			'created_at',
		order: text( 'order' ) === 'asc' ? 'asc' : 'desc',
		page: Number.isSafeInteger( page ) && page > 0 ? page : 1,
	};
}

/** Returns only the filters, for totals and export. */
export function filterQuery( view: View ): URLSearchParams {
	const query = new URLSearchParams();
	for ( const name of [
		'search',
		'status',
		'site',
		'environment',
	] as const ) {
		if ( view[ name ] !== '' ) {
			query.set( name, view[ name ] );
		}
	}
	for ( const name of FLAGS ) {
		if ( view[ name ] ) {
			query.set( name, '1' );
		}
	}

	return query;
}

export function listQuery( view: View ): URLSearchParams {
	const query = filterQuery( view );
	query.set( 'orderby', view.orderby );
	query.set( 'order', view.order );
	query.set( 'page', String( view.page ) );
	query.set( 'per_page', String( PER_PAGE ) );

	return query;
}

/** Returns the URL of the view, for bookmarks and the browser history. */
export function viewUrl( view: View ): string {
	const query = filterQuery( view );
	if ( view.orderby !== DEFAULT_VIEW.orderby ) {
		query.set( 'orderby', view.orderby );
	}
	if ( view.order !== DEFAULT_VIEW.order ) {
		query.set( 'order', view.order );
	}
	if ( view.page > 1 ) {
		query.set( 'paged', String( view.page ) );
	}
	const rest = query.toString();

	return `?page=multisafepay-payment-links${
		rest === '' ? '' : `&${ rest }`
	}`;
}

export function isFiltered( view: View ): boolean {
	return filterQuery( view ).toString() !== '';
}
