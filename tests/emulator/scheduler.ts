import type { Clock } from './clock.ts';

interface Job {
	readonly at: number;
	readonly sequence: number;
	readonly run: () => void;
}

/**
 * Runs what falls due on the emulated clock, oldest first.
 *
 * Jobs are synchronous so that any request can settle time before it is answered.
 */
export class Scheduler {
	private jobs: Job[] = [];
	private sequence = 0;

	public constructor( private readonly clock: Clock ) {}

	public schedule( at: number, run: () => void ): void {
		this.sequence += 1;
		this.jobs.push( { at, sequence: this.sequence, run } );
		this.jobs.sort( ( a, b ) => a.at - b.at || a.sequence - b.sequence );
	}

	public tick(): void {
		for (
			let job = this.takeDue( this.clock.now() );
			job !== null;
			job = this.takeDue( this.clock.now() )
		) {
			job.run();
		}
	}

	/**
	 * Moves the clock forward step by step, so that each job sees its own time.
	 *
	 * `target`: Milliseconds since the epoch.
	 * `settle`: Waits for what a job set going (deliveries), which may schedule more.
	 */
	public async moveTo(
		target: number,
		settle: () => Promise< void >
	): Promise< void > {
		this.tick();
		await settle();
		for (
			let job = this.takeDue( target );
			job !== null;
			job = this.takeDue( target )
		) {
			if ( job.at > this.clock.now() ) {
				this.clock.setTo( job.at );
			}
			job.run();
			await settle();
		}
		this.clock.setTo( target );
	}

	public clear(): void {
		this.jobs = [];
	}

	private takeDue( now: number ): Job | null {
		const first = this.jobs[ 0 ];
		if ( first === undefined || first.at > now ) {
			return null;
		}
		this.jobs.shift();
		return first;
	}
}
