import type { Clock } from './clock.ts';
import { utcIso } from './clock.ts';
import { Courier, isLoopback } from './deliver.ts';
import type { DeliveryResult } from './deliver.ts';
import { childObject, childText, sortedJson } from './json.ts';
import type { JsonObject } from './json.ts';
import { orderView } from './order-view.ts';
import type { Order } from './order.ts';
import type { Scheduler } from './scheduler.ts';
import type { Settings, SettingsHolder } from './settings.ts';
import { signNotification } from './signature.ts';
import { wobbleOrder } from './wobble.ts';

const RETRY_MINUTES = [ 15, 30, 45 ];
const STALE_SECONDS = 601;

export interface NotificationRecord {
	readonly id: number;
	readonly order_id: string;
	readonly site_id: number;
	readonly status: string;
	readonly pretransaction: boolean;
	readonly method: 'POST' | 'GET';
	readonly url: string;
	readonly created_at: string;
	outcome: 'waiting' | 'delivered' | 'failed' | 'skipped' | 'suppressed';
	note: string;
	readonly attempts: ( DeliveryResult & {
		readonly at: string;
		readonly timestamp: number;
	} )[];
}

interface Message {
	readonly record: NotificationRecord;
	readonly key: string;
	readonly body: string;
	readonly fault: Settings[ 'notification_fault' ];
}

/** Tells shops what happened to an order, as the provider does, and keeps a log of every try. */
export class Notifier {
	private readonly courier = new Courier();
	private readonly inFlight = new Set< Promise< void > >();
	private records: NotificationRecord[] = [];
	private held: Message | null = null;
	private generation = 0;

	public constructor(
		private readonly clock: Clock,
		private readonly scheduler: Scheduler,
		private readonly settings: SettingsHolder
	) {}

	/**
	 * Sends the order's present state.
	 *
	 * `pretransaction`: Whether it speaks of a session in which nobody chose a method.
	 */
	public notify( order: Order, pretransaction = false ): void {
		const message = this.compose( order, pretransaction );
		const { record, fault } = message;
		const { current } = this.settings;
		this.records.push( record );
		if ( record.outcome !== 'waiting' ) {
			return;
		}
		if ( fault === 'out_of_order' && this.held === null ) {
			record.note = 'held until the next one has left';
			this.held = message;
			return;
		}
		if ( fault === 'delayed' ) {
			this.scheduler.schedule(
				this.clock.now() + current.notification_delay_seconds * 1000,
				() => this.start( message )
			);
			return;
		}
		this.start( message );
		if ( fault === 'duplicate' ) {
			this.start( message );
		}
	}

	public log(): readonly NotificationRecord[] {
		return this.records;
	}

	/** Resolves when no delivery is under way. */
	public async idle(): Promise< void > {
		while ( this.inFlight.size > 0 ) {
			await Promise.all( this.inFlight );
		}
	}

	public clear(): void {
		this.generation += 1;
		this.courier.abort();
		this.records = [];
		this.held = null;
	}

	private compose( order: Order, pretransaction: boolean ): Message {
		const { current } = this.settings;
		const options = childObject( order.request.body, 'payment_options' );
		const url =
			childText( options, 'notification_url' ) ??
			order.site.notificationUrl ??
			'';
		const data: JsonObject = wobbleOrder(
			orderView( order, {
				timestamps: current.timestamps,
				maskIban: true,
			} ),
			current.wobble
		);
		const record: NotificationRecord = {
			id: this.records.length + 1,
			order_id: order.request.orderId,
			site_id: order.site.id,
			status: order.status,
			pretransaction,
			method:
				childText( options, 'notification_method' ) === 'GET'
					? 'GET'
					: 'POST',
			url,
			created_at: utcIso( this.clock.now() ),
			outcome: 'waiting',
			note: '',
			attempts: [],
		};
		if ( url === '' ) {
			record.outcome = 'skipped';
			record.note = 'no notification_url';
		} else if ( ! isLoopback( url ) ) {
			record.outcome = 'skipped';
			record.note = 'not a loopback address';
		} else if (
			! current.notifications ||
			current.notification_fault === 'never'
		) {
			record.outcome = 'suppressed';
			record.note = 'switched off';
		}
		return {
			record,
			key: order.site.apiKey,
			body: sortedJson( data ),
			fault: current.notification_fault,
		};
	}

	private start( message: Message ): void {
		const first = this.clock.now();
		let delivery = this.attempt( message, first, 0 );
		const { held } = this;
		if ( held !== null && held !== message ) {
			this.held = null;
			delivery = delivery.then( () => this.attempt( held, first, 0 ) );
		}
		this.track( delivery );
	}

	private track( work: Promise< void > ): void {
		this.inFlight.add( work );
		void work.finally( () => this.inFlight.delete( work ) );
	}

	private async attempt(
		message: Message,
		first: number,
		retries: number
	): Promise< void > {
		const { record, fault } = message;
		const { generation } = this;
		const at = this.clock.now();
		const base =
			this.settings.current.notification_clock === 'real'
				? Date.now()
				: at;
		const timestamp =
			Math.floor( base / 1000 ) -
			( fault === 'stale_timestamp' ? STALE_SECONDS : 0 );
		const result = await this.courier.send( {
			url: notificationUrl( record, timestamp ),
			method: record.method,
			headers:
				record.method === 'GET'
					? {}
					: {
							'Content-Type': 'application/json',
							Auth: signNotification(
								fault === 'bad_signature'
									? `${ message.key }-wrong`
									: message.key,
								timestamp,
								message.body
							),
					  },
			body: message.body,
		} );
		if ( generation !== this.generation ) {
			return;
		}
		record.attempts.push( { at: utcIso( at ), timestamp, ...result } );
		if ( result.ok ) {
			record.outcome = 'delivered';
			return;
		}
		const wait = RETRY_MINUTES[ retries ];
		if ( wait === undefined ) {
			record.outcome =
				record.outcome === 'delivered' ? 'delivered' : 'failed';
			return;
		}
		this.scheduler.schedule( first + wait * 60_000, () =>
			this.track( this.attempt( message, first, retries + 1 ) )
		);
	}
}

function notificationUrl(
	record: NotificationRecord,
	timestamp: number
): string {
	const [ base = '' ] = record.url.split( '#', 1 );
	const parameters = new URLSearchParams( {
		transactionid: record.order_id,
		timestamp: String( timestamp ),
		...( record.pretransaction ? { payload_type: 'pretransaction' } : {} ),
	} );
	return `${ base }${
		base.includes( '?' ) ? '&' : '?'
	}${ parameters.toString() }`;
}
