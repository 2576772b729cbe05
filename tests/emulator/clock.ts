/**
 * Emulated time: real time plus an offset that tests move.
 */
export class Clock {
	private offset = 0;

	/** Milliseconds since the epoch, emulated. */
	public now(): number {
		return Date.now() + this.offset;
	}

	public offsetSeconds(): number {
		return Math.round( this.offset / 1000 );
	}

	public setTo( milliseconds: number ): void {
		this.offset = milliseconds - Date.now();
	}

	public reset(): void {
		this.offset = 0;
	}
}

/**
 * ISO 8601 in UTC without fractions.
 */
export function utcIso( milliseconds: number ): string {
	return new Date( milliseconds ).toISOString().replace( /\.\d+Z$/, 'Z' );
}
