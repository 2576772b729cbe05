import { writeFile } from 'node:fs/promises';
import { attempt, type Outcome } from '../shop/lib/exec.ts';
import { ROOT } from '../shop/lib/paths.ts';

const LAST_LINES = 150;

export interface ToolOptions {
	/** File for the tool's output. */
	readonly log: string;
	readonly env?: Readonly< Record< string, string > >;
	/** Time limit in milliseconds. */
	readonly timeout?: number;
}

/** Runs a test tool in the checkout. Prints the end of its output, with the name of its log, only when it failed. */
export async function runTool(
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
			`---- ${ options.log }:\n${ lines
				.slice( -LAST_LINES )
				.join( '\n' ) }\n---- end of ${ options.log }\n`
		);
	}
	return outcome;
}
