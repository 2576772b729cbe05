import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export interface ChildOptions {
	readonly cwd?: string;
	readonly env?: Readonly< Record< string, string > >;
	/** File that takes what the child says. */
	readonly log?: string;
	readonly stopSignal?: NodeJS.Signals;
}

const live = new Set< number >();

// The last resort, where an exit leaves no time to stop them one by one.
process.on( 'exit', () => {
	live.forEach( killGroup );
} );

function killGroup( pid: number ): void {
	try {
		process.kill( -pid, 'SIGKILL' );
	} catch {
		// Nobody of it is left, which is what we want.
	}
}

/** A server that runs until it is stopped, with its own process group. */
export class Child {
	#ended = false;
	readonly #process: ChildProcess;

	constructor(
		readonly name: string,
		command: string,
		args: readonly string[],
		private readonly options: ChildOptions = {}
	) {
		// A group of its own: Ctrl-C in the terminal reaches only us, and
		// `php -S` workers can be ended together with their parent.
		this.#process = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			detached: true,
			stdio: [ 'ignore', 'pipe', 'pipe' ],
		} );
		const { pid } = this.#process;
		if ( pid !== undefined ) {
			live.add( pid );
		}
		const ended = (): void => {
			this.#ended = true;
			live.delete( pid ?? 0 );
		};
		this.#process.on( 'exit', ended ).on( 'error', ended );
		if ( options.log !== undefined ) {
			const log = createWriteStream( options.log );
			this.#process.stdout?.pipe( log, { end: false } );
			this.#process.stderr?.pipe( log, { end: false } );
		} else {
			this.#process.stderr?.resume();
		}
	}

	get ended(): boolean {
		return this.#ended;
	}

	/**
	 * The first line on stdout; throws when the child ends or the time is up before it.
	 *
	 * @param timeout Milliseconds.
	 */
	firstLine( timeout: number ): Promise< string > {
		return new Promise( ( resolve, reject ) => {
			let text = '';
			const timer = setTimeout(
				() => reject( new Error( `${ this.name } said nothing` ) ),
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
				reject( new Error( `${ this.name } ended with ${ code }` ) );
			} );
		} );
	}

	/** Ends the child and what it started, and waits for it. */
	async stop(): Promise< void > {
		const { pid } = this.#process;
		if ( this.#ended || pid === undefined ) {
			return;
		}
		const gone = once( this.#process, 'exit' );
		process.kill( -pid, this.options.stopSignal ?? 'SIGTERM' );
		const late = setTimeout( () => killGroup( pid ), 8000 );
		await gone;
		clearTimeout( late );
		// The parent is gone; a worker may still be on its last request.
		killGroup( pid );
	}
}

/** Things to undo at the end, last first. */
export class Cleanup {
	readonly #steps: Array< () => Promise< void > > = [];
	#running: Promise< void > | null = null;

	add( step: () => Promise< void > ): void {
		this.#steps.push( step );
	}

	/** Runs every step once, even when one of them fails. */
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

	/** Also clean up when the process is asked to end; `code` is its exit code then. */
	onSignals( code: number ): void {
		for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
			// Not once: the second Ctrl-C would end us in the middle of cleaning up.
			process.on( signal, () => {
				void this.run().then( () => process.exit( code ) );
			} );
		}
	}
}
