import { panelConfigSchema, type PanelConfig } from './schemas';

/** Reads what the server wrote on the mount node; null when it cannot be understood. */
export function readPanelConfig( node: HTMLElement ): PanelConfig | null {
	let raw: unknown;
	try {
		raw = JSON.parse( node.dataset[ 'config' ] ?? '' );
	} catch {
		return null;
	}

	const parsed = panelConfigSchema.safeParse( raw );
	return parsed.success ? parsed.data : null;
}
