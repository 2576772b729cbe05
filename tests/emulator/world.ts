import { Account } from './account.ts';
import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import { Lifecycle } from './lifecycle.ts';
import { Notifier } from './notifications.ts';
import { Refunds } from './refunds.ts';
import { Reminders } from './reminders.ts';
import { RequestLog } from './request-log.ts';
import { Scheduler } from './scheduler.ts';
import { CreateOrderSchema } from './schema.ts';
import { SettingsHolder } from './settings.ts';
import type { SettingsPatch } from './settings.ts';
import { OrderStore } from './store.ts';

/** The emulated provider without HTTP. Creates all parts and connects them. */
export class World {
	public readonly clock = new Clock();
	public readonly scheduler = new Scheduler( this.clock );
	public readonly schema = new CreateOrderSchema();
	public readonly store = new OrderStore();
	public readonly faults = new Faults();
	public readonly requests = new RequestLog();
	public readonly reminders = new Reminders( this.clock, this.scheduler );
	public readonly settings: SettingsHolder;
	public readonly account: Account;
	public readonly notifier: Notifier;
	public readonly lifecycle: Lifecycle;
	public readonly refunds: Refunds;
	/** Base URL of this emulator. It is set when the server listens. */
	public url = '';

	public constructor( hostKeys: readonly string[], settings: SettingsPatch ) {
		this.account = new Account( hostKeys );
		this.settings = new SettingsHolder( settings );
		this.notifier = new Notifier(
			this.clock,
			this.scheduler,
			this.settings
		);
		this.lifecycle = new Lifecycle(
			this.clock,
			this.scheduler,
			this.store,
			this.notifier,
			this.reminders,
			this.settings
		);
		this.refunds = new Refunds( this.clock, this.store, this.lifecycle );
	}

	/** Restores the initial state: no orders, real time, initial settings. */
	public reset(): void {
		this.scheduler.clear();
		this.notifier.clear();
		this.store.clear();
		this.faults.clear();
		this.requests.clear();
		this.reminders.clear();
		this.account.reset();
		this.settings.reset();
		this.clock.reset();
	}
}
