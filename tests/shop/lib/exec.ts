import { spawn, type ChildProcess } from 'node:child_process';

export interface RunOptions {
	readonly cwd?: string;
	readonly env?: Readonly< Record< string, string > >;
	/** Time limit in milliseconds. */
	readonly timeout?: number;
}

export interface Outcome {
	readonly code: number;
	readonly stdout: string;
	/** Both streams in the order of their output. */
	readonly output: string;
}

const running = new Set< ChildProcess >();

// Child processes are stopped when this process exits.
process.on( 'exit', () => running.forEach( ( child ) => child.kill() ) );

/** Runs a command and returns its exit code and output. A failed command does not throw. */
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

/** Runs a command and returns its stdout. Throws with the end of the output when the exit code is not 0. */
export async function run(
	command: string,
	args: readonly string[],
	options: RunOptions = {}
): Promise< string > {
	const outcome = await attempt( command, args, options );
	if ( outcome.code !== 0 ) {
		throw new Error(
			`${ command } ${ args
				.slice( 0, 3 )
				.join( ' ' ) } returned exit code ${
				outcome.code
			}:\n${ outcome.output.slice( -3000 ) }`
		);
	}
	return outcome.stdout;
}

/** Returns the path of a program, or null. */
export async function which( program: string ): Promise< string | null > {
	const outcome = await attempt( 'sh', [
		'-c',
		'PATH="$PATH:/usr/sbin:/sbin" command -v "$1"',
		'sh',
		program,
	] );
	return outcome.code === 0 ? outcome.stdout.trim() : null;
}
