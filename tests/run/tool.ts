import { writeFile } from 'node:fs/promises';
import { attempt, type Outcome } from '../shop/lib/exec.ts';
import { ROOT } from '../shop/lib/paths.ts';

const SHOWN_LINES = 150;

export interface ToolOptions {
	/** File that takes everything the tool says. */
	readonly log: string;
	readonly env?: Readonly< Record< string, string > >;
	/** Milliseconds before it is ended. */
	readonly timeout?: number;
}

/**
 * Runs a test tool in the checkout; shows what it said only when it failed.
 *
 * @param command Program.
 * @param args    Its arguments.
 * @param options Log, environment, time limit.
 */
export async function tool(
	command: string,
	args: readonly string[],
	options: ToolOptions
): Promise< Outcome > {
	const outcome = await attempt( command, args, {
		cwd: ROOT,
		env: { ...options.env, FORCE_COLOR: '0', NO_COLOR: '1' },
		timeout: options.timeout ?? 2_400_000,
	} );
	await writeFile( options.log, outcome.output );
	if ( outcome.code !== 0 ) {
		const lines = outcome.output.trimEnd().split( '\n' );
		process.stderr.write(
			`${ lines.slice( -SHOWN_LINES ).join( '\n' ) }\n(all of it: ${
				options.log
			})\n`
		);
	}
	return outcome;
}
