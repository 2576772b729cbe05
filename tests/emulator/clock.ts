/** Emulated time: real time plus an offset that tests can change. */
export class Clock {
	private offset = 0;

	/** Returns the emulated time in milliseconds since the epoch. */
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

/** Formats a timestamp as ISO 8601 in UTC without fractions of a second. */
export function utcIso( milliseconds: number ): string {
	return new Date( milliseconds ).toISOString().replace( /\.\d+Z$/, 'Z' );
}
