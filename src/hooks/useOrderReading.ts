import { speak } from '@wordpress/a11y';
import { useRef } from '@wordpress/element';

import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import { newsOf, newsWords } from '../utils/news';
import { owedOf, staleWords } from '../utils/owed';
import type { PanelAction, PanelState } from './payment-links-reducer';
import { useLatest } from './useLatest';

type Panel = {
	readonly wcOrderId: number;
	readonly client: PaymentLinksClient;
	readonly state: PanelState;
	readonly dispatch: ( action: PanelAction ) => void;
};

export type OrderReading = {
	/** Reads links after something that was done here. */
	readonly reloadLinks: () => Promise< void >;
	/** Reads links and draft after something that was done elsewhere, and says what is new. */
	readonly readOrder: () => Promise< void >;
};

/** Reads from the shop what has become of the order; a failure leaves the panel as it is. */
export function useOrderReading( {
	wcOrderId,
	client,
	state,
	dispatch,
}: Panel ): OrderReading {
	const latest = useLatest( state );
	const readings = useRef( 0 );

	async function reloadLinks(): Promise< void > {
		try {
			const links = await client.list( wcOrderId );
			dispatch( { type: 'links_loaded', links } );
		} catch {
			// The error that led here is already on the screen and says more than a second one.
		}
	}

	async function readOrder(): Promise< void > {
		readings.current += 1;
		const reading = readings.current;
		const { changes } = latest.current;
		let links: Link[];
		try {
			links = await client.list( wcOrderId );
		} catch {
			// Nobody asked for this; the next action says what is wrong.
			return;
		}
		const draft = await client.draft( wcOrderId ).catch( () => null );

		if ( reading !== readings.current ) {
			return;
		}
		const { changes: changesNow, links: known } = latest.current;
		if ( changes !== changesNow ) {
			await readOrder();
			return;
		}

		const now = new Date();
		const news = newsOf( known, links, now );
		const hasStaleNews = ( { id, stale }: Link ) =>
			stale && known.some( ( link ) => link.id === id && ! link.stale );
		dispatch( {
			type: 'order_read',
			links,
			news: news.map( ( { id } ) => id ),
			draft,
		} );
		const words = [
			...news.map( ( link ) => newsWords( link, now ) ),
			...links
				.filter( hasStaleNews )
				.map(
					( link ) =>
						`${ link.order_id }: ${ staleWords(
							link,
							owedOf( draft )
						) }`
				),
		];
		if ( words.length > 0 ) {
			speak( words.join( ' ' ) );
		}
	}

	return { reloadLinks, readOrder };
}
