import { useEvent } from '@wordpress/compose';
import { useEffect, useState } from '@wordpress/element';

import type { Link } from '../../shared/api/schemas';
import { useRequest } from '../../shared/hooks/useRequest';
import type { LinksPageClient, Total } from '../client';
import type { LinkPage } from '../config';
import { viewUrl, parseView, type View } from '../view';

export type LinkView = {
	readonly view: View;
	readonly page: LinkPage;
	readonly totals: readonly Total[] | null;
	readonly isLoading: boolean;
	readonly error: string | null;
	/** Changes the view and the URL. Changed filters start at the first page. */
	readonly show: ( change: Partial< View > ) => void;
	readonly reload: () => void;
	/** Updates a link in the list. */
	readonly showLink: ( link: Link ) => void;
};

/** Loads the links for the filters and the page in the URL. */
export function useLinkView(
	initialPage: LinkPage,
	client: LinksPageClient
): LinkView {
	const [ view, setView ] = useState( () =>
		parseView( window.location.search )
	);
	// The links stay visible while others are loaded, and after a failure.
	const [ page, setPage ] = useState( initialPage );
	const [ totals, setTotals ] = useState< readonly Total[] | null >( null );
	const pageRequest = useRequest< void >();
	const totalsRequest = useRequest< void >();

	function loadTotals( nextView: View ): void {
		void totalsRequest.run( async ( signal ) => {
			// The list is useful without totals.
			const answer = await client
				.totals( nextView, signal )
				.catch( () => null );
			if ( ! signal.aborted ) {
				setTotals( answer );
			}
		} );
	}

	function load( nextView: View ): void {
		loadTotals( nextView );
		void pageRequest.run( async ( signal ) => {
			const answer = await client.list( nextView, signal );
			if ( ! signal.aborted ) {
				setPage( answer );
			}
		} );
	}

	// A command that ends later reloads the view of that moment.
	const reload = useEvent( () => load( view ) );

	useEffect( () => {
		function onPopState(): void {
			const nextView = parseView( window.location.search );
			setView( nextView );
			load( nextView );
		}

		loadTotals( view );
		window.addEventListener( 'popstate', onPopState );
		return () => window.removeEventListener( 'popstate', onPopState );
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Only on mount; both read the URL.
	}, [] );

	return {
		view,
		page,
		totals,
		isLoading: pageRequest.state.status === 'loading',
		error:
			pageRequest.state.status === 'error'
				? pageRequest.state.error.message
				: null,
		show: ( change ) => {
			const nextView = { ...view, page: 1, ...change };
			setView( nextView );
			window.history.pushState( null, '', viewUrl( nextView ) );
			load( nextView );
		},
		reload,
		showLink: ( link ) =>
			setPage( ( previous ) => ( {
				...previous,
				links: previous.links.map( ( other ) =>
					other.id === link.id ? link : other
				),
			} ) ),
	};
}
