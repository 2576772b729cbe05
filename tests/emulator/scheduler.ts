import type { Clock } from './clock.ts';

interface Job {
	readonly at: number;
	readonly sequence: number;
	readonly run: () => void;
}

/**
 * Runs due jobs on the emulated clock, oldest first.
 *
 * Jobs are synchronous, so that each request can run due jobs before its response.
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
	 * Moves the clock forward to `target` (milliseconds since the epoch) in steps, so that each job runs at its own
	 * time. `settle` waits for deliveries that a job started; they may schedule more jobs.
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
