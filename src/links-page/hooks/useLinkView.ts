import { useEffect, useRef, useState } from '@wordpress/element';

import { toApiError } from '../../shared/api/errors';
import type { Link } from '../../shared/api/schemas';
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
	const [ page, setPage ] = useState( initialPage );
	const [ totals, setTotals ] = useState< readonly Total[] | null >( null );
	const [ isLoading, setIsLoading ] = useState( false );
	const [ error, setError ] = useState< string | null >( null );
	// Responses to older requests are ignored.
	const latestRequest = useRef( 0 );

	async function loadTotals(
		nextView: View,
		request: number
	): Promise< void > {
		try {
			const answer = await client.totals( nextView );
			if ( latestRequest.current === request ) {
				setTotals( answer );
			}
		} catch {
			// The list is useful without totals.
			setTotals( null );
		}
	}

	async function load( nextView: View ): Promise< void > {
		const request = ++latestRequest.current;
		setIsLoading( true );
		setError( null );
		void loadTotals( nextView, request );
		try {
			const answer = await client.list( nextView );
			if ( latestRequest.current === request ) {
				setPage( answer );
			}
		} catch ( thrown ) {
			if ( latestRequest.current === request ) {
				setError( toApiError( thrown ).message );
			}
		} finally {
			if ( latestRequest.current === request ) {
				setIsLoading( false );
			}
		}
	}

	useEffect( () => {
		function onPopState(): void {
			const nextView = parseView( window.location.search );
			setView( nextView );
			void load( nextView );
		}

		void loadTotals( view, latestRequest.current );
		window.addEventListener( 'popstate', onPopState );
		return () => window.removeEventListener( 'popstate', onPopState );
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Only on mount; both read the URL.
	}, [] );

	return {
		view,
		page,
		totals,
		isLoading,
		error,
		show: ( change ) => {
			const nextView = { ...view, page: 1, ...change };
			setView( nextView );
			window.history.pushState( null, '', viewUrl( nextView ) );
			void load( nextView );
		},
		reload: () => void load( view ),
		showLink: ( link ) =>
			setPage( ( previous ) => ( {
				...previous,
				links: previous.links.map( ( other ) =>
					other.id === link.id ? link : other
				),
			} ) ),
	};
}
