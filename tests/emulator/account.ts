import { CURRENCIES } from './catalogue.ts';
import { BLOCKED_KEY, MAIN_KEY, SECOND_KEY } from './keys.ts';

export interface Site {
	readonly id: number;
	readonly name: string;
	readonly apiKey: string;
	readonly blocked: boolean;
	readonly currencies: readonly string[];
	/** IDs of the active payment methods, or null for all. */
	readonly methods: readonly string[] | null;
	/** Used for orders without a notification_url. */
	readonly notificationUrl: string | null;
}

export interface NewSite {
	readonly api_key: string;
	readonly site_id?: number | undefined;
	readonly name?: string | undefined;
	readonly currencies?: readonly string[] | undefined;
	readonly methods?: readonly string[] | undefined;
	readonly notification_url?: string | undefined;
	readonly blocked?: boolean | undefined;
}

const FIRST_ADDED_SITE_ID = 20100;

/** A merchant account with its sites. The API key of a request identifies the site. */
export class Account {
	public readonly id = 1001001;
	private sites: Site[] = [];

	public constructor( private readonly hostKeys: readonly string[] ) {
		this.reset();
	}

	public reset(): void {
		this.sites = [];
		this.add( { api_key: MAIN_KEY, site_id: 20001, name: 'Main' } );
		this.add( { api_key: SECOND_KEY, site_id: 20002, name: 'Second' } );
		this.add( {
			api_key: BLOCKED_KEY,
			site_id: 20003,
			name: 'Blocked',
			blocked: true,
		} );
		for ( const key of this.hostKeys ) {
			this.add( { api_key: key } );
		}
	}

	/**
	 * Registers a site or updates the site of an existing key. Two keys may have the same site ID, for example while a
	 * shop replaces its key.
	 */
	public add( values: NewSite ): Site {
		const apiKey = values.api_key.trim();
		const existing = this.byKey( apiKey );
		const id = values.site_id ?? existing?.id ?? this.nextId();
		const site: Site = {
			id,
			name: values.name ?? existing?.name ?? `Site ${ id }`,
			apiKey,
			blocked: values.blocked ?? existing?.blocked ?? false,
			currencies: values.currencies ?? existing?.currencies ?? CURRENCIES,
			methods: values.methods ?? existing?.methods ?? null,
			notificationUrl:
				values.notification_url ?? existing?.notificationUrl ?? null,
		};
		this.sites = [
			...this.sites.filter( ( other ) => other.apiKey !== apiKey ),
			site,
		];
		return site;
	}

	public byKey( key: string ): Site | null {
		const trimmed = key.trim();
		return this.sites.find( ( site ) => site.apiKey === trimmed ) ?? null;
	}

	/** Returns all keys, so that they can be redacted from logs. */
	public keys(): string[] {
		return this.sites.map( ( site ) => site.apiKey );
	}

	private nextId(): number {
		return Math.max(
			FIRST_ADDED_SITE_ID,
			...this.sites.map( ( site ) => site.id + 1 )
		);
	}
}
