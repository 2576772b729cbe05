import type { Clock } from './clock.ts';
import { utcIso } from './clock.ts';
import { childObject, childText } from './json.ts';
import { wasPaid } from './order.ts';
import type { Order } from './order.ts';
import type { Scheduler } from './scheduler.ts';

const DELAYS_HOURS = [ 1, 24 ];

export interface Reminder {
	readonly order_id: string;
	readonly site_id: number;
	readonly to: string;
	readonly at: string;
}

/** Records the Second Chance emails that the provider would send. It sends no emails. */
export class Reminders {
	private records: Reminder[] = [];

	public constructor(
		private readonly clock: Clock,
		private readonly scheduler: Scheduler
	) {}

	public scheduleFor( order: Order ): void {
		const secondChance = childObject( order.request.body, 'second_chance' );
		const to = childText(
			childObject( order.request.body, 'customer' ),
			'email'
		);
		if (
			to === null ||
			( secondChance?.[ 'send_email' ] !== true &&
				secondChance?.[ 'send_mail' ] !== true )
		) {
			return;
		}
		for ( const hours of DELAYS_HOURS ) {
			this.scheduler.schedule( order.created + hours * 3_600_000, () =>
				this.remind( order, to )
			);
		}
	}

	public log(): readonly Reminder[] {
		return this.records;
	}

	public clear(): void {
		this.records = [];
	}

	private remind( order: Order, to: string ): void {
		if (
			order.session !== 'open' ||
			order.status === 'uncleared' ||
			wasPaid( order )
		) {
			return;
		}
		this.records.push( {
			order_id: order.request.orderId,
			site_id: order.site.id,
			to,
			at: utcIso( this.clock.now() ),
		} );
	}
}
