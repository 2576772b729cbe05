import { useEffect, useRef, useState } from '@wordpress/element';

import { toApiError } from '../api/errors';
import type { Link } from '../api/schemas';
import type { LinksClient, Total } from './client';
import type { LinkPage } from './config';
import { addressOf, viewOf, type View } from './view';

export type LinkView = {
	readonly view: View;
	readonly page: LinkPage;
	readonly totals: readonly Total[] | null;
	readonly isLoading: boolean;
	readonly error: string | null;
	/** Changes the view and the address; another filter begins at the first page. */
	readonly show: ( change: Partial< View > ) => void;
	readonly reload: () => void;
	/** Shows a link as the shop has just answered. */
	readonly showLink: ( link: Link ) => void;
};

/** Holds the view of the address bar and the page of links that it asks for. */
export function useLinkView( first: LinkPage, client: LinksClient ): LinkView {
	const [ view, setView ] = useState( () =>
		viewOf( window.location.search )
	);
	const [ page, setPage ] = useState( first );
	const [ totals, setTotals ] = useState< readonly Total[] | null >( null );
	const [ isLoading, setIsLoading ] = useState( false );
	const [ error, setError ] = useState< string | null >( null );
	// An answer that was overtaken by a later question is not shown.
	const asked = useRef( 0 );

	async function readTotals( wanted: View, turn: number ): Promise< void > {
		try {
			const answer = await client.totals( wanted );
			if ( asked.current === turn ) {
				setTotals( answer );
			}
		} catch {
			// The list is what matters; without sums it still is one.
			setTotals( null );
		}
	}

	async function read( wanted: View ): Promise< void > {
		const turn = ++asked.current;
		setIsLoading( true );
		setError( null );
		void readTotals( wanted, turn );
		try {
			const answer = await client.list( wanted );
			if ( asked.current === turn ) {
				setPage( answer );
			}
		} catch ( thrown ) {
			if ( asked.current === turn ) {
				setError( toApiError( thrown ).message );
			}
		} finally {
			if ( asked.current === turn ) {
				setIsLoading( false );
			}
		}
	}

	useEffect( () => {
		function onBack(): void {
			const wanted = viewOf( window.location.search );
			setView( wanted );
			void read( wanted );
		}

		void readTotals( view, asked.current );
		window.addEventListener( 'popstate', onBack );
		return () => window.removeEventListener( 'popstate', onBack );
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Once: both read the address, not this render.
	}, [] );

	return {
		view,
		page,
		totals,
		isLoading,
		error,
		show: ( change ) => {
			const wanted = { ...view, page: 1, ...change };
			setView( wanted );
			window.history.pushState( null, '', addressOf( wanted ) );
			void read( wanted );
		},
		reload: () => void read( view ),
		showLink: ( link ) =>
			setPage( ( known ) => ( {
				...known,
				links: known.links.map( ( other ) =>
					other.id === link.id ? link : other
				),
			} ) ),
	};
}
