import { settingsConfigSchema, type SettingsConfig } from './schemas';

/** Reads what the server wrote on the mount node; null when it cannot be understood. */
export function readSettingsConfig( node: HTMLElement ): SettingsConfig | null {
	let raw: unknown;
	try {
		raw = JSON.parse( node.dataset[ 'config' ] ?? '' );
	} catch {
		return null;
	}

	const parsed = settingsConfigSchema.safeParse( raw );
	return parsed.success ? parsed.data : null;
}
