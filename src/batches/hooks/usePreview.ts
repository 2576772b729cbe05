import { useEffect, useState } from '@wordpress/element';

import type { BatchClient } from './client';
import type { Preview, PreviewItem, Selection } from './schemas';
import { errorWords } from './words';

/** As many as the server looks at in one request. */
const AT_ONCE = 500;

/** Nobody reads more; the counts are of all. */
const LISTED = 200;

/** What is known so far of what a batch will do. */
export type Overview = {
	readonly total: number;
	readonly looked: number;
	readonly todo: number;
	readonly mails: number;
	/** The first of them. */
	readonly items: readonly PreviewItem[];
	/** How many are left alone, by the words for why. */
	readonly leftAlone: ReadonlyMap< string, number >;
};

type State = {
	readonly overview: Overview | null;
	readonly error: string | null;
};

const NOTHING: State = { overview: null, error: null };

/** Looks at what was selected, hundreds at a time, and adds up what will happen. */
export function usePreview(
	client: BatchClient,
	selection: Selection,
	send: boolean
): State {
	const [ state, setState ] = useState( NOTHING );

	useEffect( () => {
		let isWanted = true;

		async function look(): Promise< void > {
			let overview = emptyOverview( selection.ids.length );
			for ( const ids of chunks( selection.ids, AT_ONCE ) ) {
				const preview = await client.preview(
					{ ...selection, ids },
					{ send, message: '' }
				);
				overview = added( overview, preview );
				if ( ! isWanted ) {
					return;
				}
				setState( { overview, error: null } );
			}
		}

		setState( NOTHING );
		look().catch( ( thrown: unknown ) => {
			if ( isWanted ) {
				setState( ( { overview } ) => ( {
					overview,
					error: errorWords( thrown ),
				} ) );
			}
		} );
		return () => {
			isWanted = false;
		};
	}, [ client, selection, send ] );

	return state;
}

function emptyOverview( total: number ): Overview {
	return {
		total,
		looked: 0,
		todo: 0,
		mails: 0,
		items: [],
		leftAlone: new Map(),
	};
}

function added( overview: Overview, preview: Preview ): Overview {
	const leftAlone = new Map( overview.leftAlone );
	for ( const { skipped, message } of preview.items ) {
		if ( skipped !== null ) {
			leftAlone.set( message, ( leftAlone.get( message ) ?? 0 ) + 1 );
		}
	}
	return {
		total: overview.total,
		looked: overview.looked + preview.looked,
		todo: overview.todo + preview.todo,
		mails: overview.mails + preview.mails,
		items: [ ...overview.items, ...preview.items ].slice( 0, LISTED ),
		leftAlone,
	};
}

function chunks< T >( values: readonly T[], size: number ): T[][] {
	const found: T[][] = [];
	for ( let start = 0; start < values.length; start += size ) {
		found.push( values.slice( start, start + size ) );
	}
	return found;
}
