import { z } from 'zod';

/** Liberties the provider takes with its own format; a client has to live with each. */
const wobbleSchema = z.strictObject( {
	numeric_order_id: z.boolean(),
	error_data_list: z.boolean(),
	error_status_200: z.boolean(),
	float_noise: z.boolean(),
	no_session_id: z.boolean(),
	extra_keys: z.boolean(),
} );

export type Wobble = z.infer< typeof wobbleSchema >;

export function wobbleAll( on: boolean ): Wobble {
	return {
		numeric_order_id: on,
		error_data_list: on,
		error_status_200: on,
		float_noise: on,
		no_session_id: on,
		extra_keys: on,
	};
}

const settingsSchema = z.strictObject( {
	/** Milliseconds added to every API answer. */
	latency_ms: z.int().min( 0 ).max( 120_000 ),
	uniqueness: z.enum( [ 'strict', 'completed-only' ] ),
	/** What GET /orders/{id} answers before a transaction exists. */
	unopened_link: z.enum( [ 'no-order-id', '404' ] ),
	/** Whether a body outside the schema is refused, or only recorded. */
	schema: z.enum( [ 'enforce', 'record' ] ),
	/** The provider's error text says 100, its schema 500. */
	var_max_length: z.int().min( 1 ).max( 500 ),
	cancel_paid: z.enum( [ '404', '410', 'ignore' ] ),
	account_blocked: z.boolean(),
	/** Zone-less Dutch time is what the provider sends. */
	timestamps: z.enum( [ 'amsterdam', 'utc', 'offset' ] ),
	max_openings: z.int().min( 1 ),
	notifications: z.boolean(),
	notification_fault: z.enum( [
		'none',
		'bad_signature',
		'stale_timestamp',
		'duplicate',
		'out_of_order',
		'delayed',
		'never',
	] ),
	notification_delay_seconds: z.int().min( 0 ),
	/** Receivers check T against real time, so that is the default even when the emulated clock has moved. */
	notification_clock: z.enum( [ 'real', 'emulated' ] ),
	wobble: wobbleSchema,
} );

export type Settings = z.infer< typeof settingsSchema >;

/** A change of settings; `wobble: true` or `false` switches all of it. */
export const settingsPatchSchema = settingsSchema.partial().extend( {
	wobble: z.union( [ z.boolean(), wobbleSchema.partial() ] ).optional(),
} );

export type SettingsPatch = z.infer< typeof settingsPatchSchema >;

const DEFAULTS: Settings = {
	latency_ms: 0,
	uniqueness: 'strict',
	unopened_link: 'no-order-id',
	schema: 'enforce',
	var_max_length: 100,
	cancel_paid: '404',
	account_blocked: false,
	timestamps: 'amsterdam',
	max_openings: 20,
	notifications: true,
	notification_fault: 'none',
	notification_delay_seconds: 60,
	notification_clock: 'real',
	wobble: wobbleAll( false ),
};

/** Current settings, and the way back to those the emulator was started with. */
export class SettingsHolder {
	private readonly initial: Settings;
	private value: Settings;

	public constructor( patch: SettingsPatch ) {
		this.initial = merge( DEFAULTS, patch );
		this.value = this.initial;
	}

	public get current(): Settings {
		return this.value;
	}

	public change( patch: SettingsPatch ): void {
		this.value = merge( this.value, patch );
	}

	public reset(): void {
		this.value = this.initial;
	}
}

function merge( base: Settings, patch: SettingsPatch ): Settings {
	const { wobble, ...plain } = patch;
	return settingsSchema.parse( {
		...base,
		...withoutUndefined( plain ),
		wobble:
			typeof wobble === 'boolean'
				? wobbleAll( wobble )
				: { ...base.wobble, ...withoutUndefined( wobble ?? {} ) },
	} );
}

function withoutUndefined( values: object ): object {
	return Object.fromEntries(
		Object.entries( values ).filter(
			( [ , value ] ) => value !== undefined
		)
	);
}
