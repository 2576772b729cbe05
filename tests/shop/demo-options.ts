import { parseArgs } from 'node:util';

export interface DemoOptions {
	/** Port of the shop, or null for the default port. */
	readonly port: number | null;
	readonly json: boolean;
	readonly storage: 'hpos' | 'legacy';
	readonly help: boolean;
}

export const HELP = `Usage: bin/demo [--port N] [--json] [--legacy]

  --port N   listen on this port of 127.0.0.1 (8890, or the next free one)
  --json     one line of JSON on stdout when ready
  --legacy   orders as WordPress posts instead of WooCommerce's own tables

Environment: WP_DIR, WP_ZIP, WOOCOMMERCE_DIR, WOOCOMMERCE_ZIP,
MULTISAFEPAY_PAYMENT_LINKS_API_URL (another provider than the emulator),
MULTISAFEPAY_API_KEY_TEST (its key).
`;

/** Parses the arguments after the script name. Throws an error for the user. */
export function parseDemoOptions( args: string[] ): DemoOptions {
	const { values } = parseArgs( {
		args,
		options: {
			port: { type: 'string' },
			json: { type: 'boolean', default: false },
			legacy: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	} );
	return {
		port: values.port === undefined ? null : parsePort( values.port ),
		json: values.json ?? false,
		storage: values.legacy ? 'legacy' : 'hpos',
		help: values.help ?? false,
	};
}

function parsePort( text: string ): number {
	const port = Number( text );
	if ( ! /^\d+$/.test( text ) || port < 1 || port > 65535 ) {
		throw new Error(
			`--port must be a number from 1 to 65535, not "${ text }"`
		);
	}
	return port;
}
