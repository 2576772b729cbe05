import { CURRENCIES } from './catalogue.ts';
import { BLOCKED_KEY, MAIN_KEY, SECOND_KEY } from './keys.ts';

export interface Site {
	readonly id: number;
	readonly name: string;
	readonly apiKey: string;
	readonly blocked: boolean;
	readonly currencies: readonly string[];
	/** Ids of the payment methods that are active; null for all. */
	readonly methods: readonly string[] | null;
	/** Used for orders that bring no notification_url of their own. */
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

const FIRST_ADDED_SITE = 20100;

/** One merchant account with its sites; the API key is what tells them apart. */
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
	 * Registers a site. A key that is known already gets the new values; two keys may share one site id,
	 * as they do while a shop replaces its key.
	 */
	public add( values: NewSite ): Site {
		const apiKey = values.api_key.trim();
		const known = this.byKey( apiKey );
		const id = values.site_id ?? known?.id ?? this.nextId();
		const site: Site = {
			id,
			name: values.name ?? known?.name ?? `Site ${ id }`,
			apiKey,
			blocked: values.blocked ?? known?.blocked ?? false,
			currencies: values.currencies ?? known?.currencies ?? CURRENCIES,
			methods: values.methods ?? known?.methods ?? null,
			notificationUrl:
				values.notification_url ?? known?.notificationUrl ?? null,
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

	/** Every key in use, for redaction of what the emulator shows. */
	public keys(): string[] {
		return this.sites.map( ( site ) => site.apiKey );
	}

	private nextId(): number {
		return Math.max(
			FIRST_ADDED_SITE,
			...this.sites.map( ( site ) => site.id + 1 )
		);
	}
}
