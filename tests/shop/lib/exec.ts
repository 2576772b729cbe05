import { spawn, type ChildProcess } from 'node:child_process';

export interface RunOptions {
	readonly cwd?: string;
	readonly env?: Readonly< Record< string, string > >;
	/** Milliseconds before the command is ended. */
	readonly timeout?: number;
}

export interface Outcome {
	readonly code: number;
	readonly stdout: string;
	/** Both streams as they came. */
	readonly output: string;
}

const running = new Set< ChildProcess >();

// Nothing outlives us, also when we are asked to end in the middle of it.
process.on( 'exit', () => running.forEach( ( child ) => child.kill() ) );

/**
 * Runs a command to its end, whatever its exit code.
 *
 * @param command Program to run.
 * @param args    Its arguments.
 * @param options Folder, added environment, time limit.
 */
export function attempt(
	command: string,
	args: readonly string[],
	options: RunOptions = {}
): Promise< Outcome > {
	return new Promise( ( resolve ) => {
		const child = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			timeout: options.timeout,
			stdio: [ 'ignore', 'pipe', 'pipe' ],
		} );
		running.add( child );
		let stdout = '';
		let output = '';
		child.stdout.setEncoding( 'utf8' ).on( 'data', ( text: string ) => {
			stdout += text;
			output += text;
		} );
		child.stderr.setEncoding( 'utf8' ).on( 'data', ( text: string ) => {
			output += text;
		} );
		child.on( 'error', ( error ) =>
			resolve( { code: 127, stdout, output: output + error.message } )
		);
		child.on( 'close', ( code ) => {
			running.delete( child );
			resolve( { code: code ?? 1, stdout, output } );
		} );
	} );
}

/**
 * Runs a command and answers its stdout; anything but exit code 0 throws with the end of what it said.
 *
 * @param command Program to run.
 * @param args    Its arguments.
 * @param options Folder, added environment, time limit.
 */
export async function run(
	command: string,
	args: readonly string[],
	options: RunOptions = {}
): Promise< string > {
	const outcome = await attempt( command, args, options );
	if ( outcome.code !== 0 ) {
		throw new Error(
			`${ command } ${ args.slice( 0, 3 ).join( ' ' ) } ended with ${
				outcome.code
			}:\n${ outcome.output.slice( -3000 ) }`
		);
	}
	return outcome.stdout;
}

/** Where a program is, or null. */
export async function which( program: string ): Promise< string | null > {
	const outcome = await attempt( 'sh', [
		'-c',
		'PATH="$PATH:/usr/sbin:/sbin" command -v "$1"',
		'sh',
		program,
	] );
	return outcome.code === 0 ? outcome.stdout.trim() : null;
}
