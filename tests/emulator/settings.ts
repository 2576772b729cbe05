import { z } from 'zod';

/** Deviations from the documented format that occur in the provider's responses. Clients must accept all of them. */
const wobbleSchema = z.strictObject( {
	numeric_order_id: z.boolean(),
	error_data_list: z.boolean(),
	error_status_200: z.boolean(),
	float_noise: z.boolean(),
	no_session_id: z.boolean(),
	extra_keys: z.boolean(),
} );

export type Wobble = z.infer< typeof wobbleSchema >;

function wobbleAll( isEnabled: boolean ): Wobble {
	return {
		numeric_order_id: isEnabled,
		error_data_list: isEnabled,
		error_status_200: isEnabled,
		float_noise: isEnabled,
		no_session_id: isEnabled,
		extra_keys: isEnabled,
	};
}

const settingsSchema = z.strictObject( {
	/** Delay of each API response in milliseconds. */
	latency_ms: z.int().min( 0 ).max( 120_000 ),
	uniqueness: z.enum( [ 'strict', 'completed-only' ] ),
	/** Response of GET /orders/{id} before a transaction exists. */
	unopened_link: z.enum( [ 'no-order-id', '404' ] ),
	/** Whether a body that violates the schema is rejected or only recorded. */
	schema: z.enum( [ 'enforce', 'record' ] ),
	/** The provider's error text states 100, its schema 500. */
	var_max_length: z.int().min( 1 ).max( 500 ),
	cancel_paid: z.enum( [ '404', '410', 'ignore' ] ),
	account_blocked: z.boolean(),
	/** The provider sends Dutch time without a time zone. */
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
	/**
	 * Receivers compare the timestamp with real time, so this is the default, also when the emulated clock was changed.
	 */
	notification_clock: z.enum( [ 'real', 'emulated' ] ),
	wobble: wobbleSchema,
} );

export type Settings = z.infer< typeof settingsSchema >;

/** A change of settings. `wobble: true` or `false` changes all its flags. */
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

/** The current settings. A reset restores the initial settings. */
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
	const { wobble, ...otherSettings } = patch;
	return settingsSchema.parse( {
		...base,
		...withoutUndefined( otherSettings ),
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
