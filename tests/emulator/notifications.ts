import type { Clock } from './clock.ts';
import { utcIso } from './clock.ts';
import { DeliveryClient, isLoopback } from './deliver.ts';
import type { DeliveryResult } from './deliver.ts';
import { childObject, childText, sortedJson } from './json.ts';
import type { JsonObject } from './json.ts';
import { orderView } from './order-view.ts';
import type { Order } from './order.ts';
import type { Scheduler } from './scheduler.ts';
import type { Settings, SettingsHolder } from './settings.ts';
import { signNotification } from './signature.ts';
import { wobbleOrder } from './wobble.ts';

const RETRY_DELAYS_MINUTES = [ 15, 30, 45 ];
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

/** Sends notifications about orders to shops, like the provider, and logs all attempts. */
export class Notifier {
	private readonly client = new DeliveryClient();
	private readonly pendingDeliveries = new Set< Promise< void > >();
	private records: NotificationRecord[] = [];
	private held: Message | null = null;
	private generation = 0;

	public constructor(
		private readonly clock: Clock,
		private readonly scheduler: Scheduler,
		private readonly settings: SettingsHolder
	) {}

	/** Sends the order's current status. `pretransaction` marks a session in which the customer selected no method. */
	public notify( order: Order, pretransaction = false ): void {
		const message = this.createMessage( order, pretransaction );
		const { record, fault } = message;
		const { current } = this.settings;
		this.records.push( record );
		if ( record.outcome !== 'waiting' ) {
			return;
		}
		if ( fault === 'out_of_order' && this.held === null ) {
			record.note = 'held until the next notification was sent';
			this.held = message;
			return;
		}
		if ( fault === 'delayed' ) {
			this.scheduler.schedule(
				this.clock.now() + current.notification_delay_seconds * 1000,
				() => this.deliver( message )
			);
			return;
		}
		this.deliver( message );
		if ( fault === 'duplicate' ) {
			this.deliver( message );
		}
	}

	public log(): readonly NotificationRecord[] {
		return this.records;
	}

	/** Resolves when no delivery is in progress. */
	public async idle(): Promise< void > {
		while ( this.pendingDeliveries.size > 0 ) {
			await Promise.all( this.pendingDeliveries );
		}
	}

	public clear(): void {
		this.generation += 1;
		this.client.abort();
		this.records = [];
		this.held = null;
	}

	private createMessage( order: Order, pretransaction: boolean ): Message {
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
			record.note = 'disabled';
		}
		return {
			record,
			key: order.site.apiKey,
			body: sortedJson( data ),
			fault: current.notification_fault,
		};
	}

	private deliver( message: Message ): void {
		const firstAttemptAt = this.clock.now();
		let delivery = this.attempt( message, firstAttemptAt, 0 );
		const { held } = this;
		if ( held !== null && held !== message ) {
			this.held = null;
			delivery = delivery.then( () =>
				this.attempt( held, firstAttemptAt, 0 )
			);
		}
		this.track( delivery );
	}

	private track( delivery: Promise< void > ): void {
		this.pendingDeliveries.add( delivery );
		void delivery.finally( () =>
			this.pendingDeliveries.delete( delivery )
		);
	}

	private async attempt(
		message: Message,
		firstAttemptAt: number,
		retries: number
	): Promise< void > {
		const { record, fault } = message;
		const { generation } = this;
		const at = this.clock.now();
		const baseTime =
			this.settings.current.notification_clock === 'real'
				? Date.now()
				: at;
		const timestamp =
			Math.floor( baseTime / 1000 ) -
			( fault === 'stale_timestamp' ? STALE_SECONDS : 0 );
		const result = await this.client.send( {
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
		const retryDelay = RETRY_DELAYS_MINUTES[ retries ];
		if ( retryDelay === undefined ) {
			record.outcome =
				record.outcome === 'delivered' ? 'delivered' : 'failed';
			return;
		}
		this.scheduler.schedule( firstAttemptAt + retryDelay * 60_000, () =>
			this.track( this.attempt( message, firstAttemptAt, retries + 1 ) )
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
