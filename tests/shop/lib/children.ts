import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export interface ChildOptions {
	readonly cwd?: string;
	readonly env?: Readonly< Record< string, string > >;
	/** File for the child's output. */
	readonly log?: string;
	readonly stopSignal?: NodeJS.Signals;
}

const runningGroups = new Set< number >();

// An exit leaves no time to stop the children one by one.
process.on( 'exit', () => {
	runningGroups.forEach( killGroup );
} );

function killGroup( pid: number ): void {
	try {
		process.kill( -pid, 'SIGKILL' );
	} catch {
		// The group has no processes any more.
	}
}

/** A process that runs in its own process group until it is stopped. */
export class Child {
	#hasEnded = false;
	readonly #process: ChildProcess;

	constructor(
		readonly name: string,
		command: string,
		args: readonly string[],
		private readonly options: ChildOptions = {}
	) {
		// In a separate group, Ctrl-C in the terminal does not reach the child, and `php -S` workers can be stopped
		// together with their parent.
		this.#process = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			detached: true,
			stdio: [ 'ignore', 'pipe', 'pipe' ],
		} );
		const { pid } = this.#process;
		if ( pid !== undefined ) {
			runningGroups.add( pid );
		}
		const markEnded = (): void => {
			this.#hasEnded = true;
			runningGroups.delete( pid ?? 0 );
		};
		this.#process.on( 'exit', markEnded ).on( 'error', markEnded );
		if ( options.log !== undefined ) {
			const log = createWriteStream( options.log );
			this.#process.stdout?.pipe( log, { end: false } );
			this.#process.stderr?.pipe( log, { end: false } );
		} else {
			this.#process.stderr?.resume();
		}
	}

	get hasEnded(): boolean {
		return this.#hasEnded;
	}

	/**
	 * Returns the first line on stdout. Throws when the child exits or the timeout ends first.
	 *
	 * @param timeout Milliseconds.
	 */
	firstLine( timeout: number ): Promise< string > {
		return new Promise( ( resolve, reject ) => {
			let text = '';
			const timer = setTimeout(
				() =>
					reject(
						new Error( `${ this.name } printed no line in time` )
					),
				timeout
			);
			this.#process.stdout?.setEncoding( 'utf8' );
			this.#process.stdout?.on( 'data', ( part: string ) => {
				text += part;
				const end = text.indexOf( '\n' );
				if ( end >= 0 ) {
					clearTimeout( timer );
					resolve( text.slice( 0, end ) );
				}
			} );
			this.#process.on( 'exit', ( code ) => {
				clearTimeout( timer );
				reject(
					new Error(
						`${ this.name } stopped with exit code ${ code }`
					)
				);
			} );
		} );
	}

	/** Stops the child and its subprocesses, and waits for the exit. */
	async stop(): Promise< void > {
		const { pid } = this.#process;
		if ( this.#hasEnded || pid === undefined ) {
			return;
		}
		const exit = once( this.#process, 'exit' );
		process.kill( -pid, this.options.stopSignal ?? 'SIGTERM' );
		const killTimer = setTimeout( () => killGroup( pid ), 8000 );
		await exit;
		clearTimeout( killTimer );
		// The parent has exited, but a worker may still process its last request.
		killGroup( pid );
	}
}

/** Cleanup steps that run at the end, in reverse order. */
export class Cleanup {
	readonly #steps: Array< () => Promise< void > > = [];
	#running: Promise< void > | null = null;

	add( step: () => Promise< void > ): void {
		this.#steps.push( step );
	}

	/** Runs each step once, also when one of them fails. */
	run(): Promise< void > {
		this.#running ??= this.#runAll();
		return this.#running;
	}

	async #runAll(): Promise< void > {
		for ( const step of this.#steps.reverse() ) {
			await step().catch( ( error: unknown ) => {
				process.stderr.write( `${ String( error ) }\n` );
			} );
		}
	}

	/** Runs the cleanup on a termination signal and exits with this code. */
	onSignals( code: number ): void {
		for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
			// With `once`, a second Ctrl-C would stop the process during the cleanup.
			process.on( signal, () => {
				void this.run().then( () => process.exit( code ) );
			} );
		}
	}
}
