/**
 * Sets the date of the REST examples. Timers are not faked. By default the date stands still; `debounce` measures time
 * and needs a date that advances.
 */
export function setTestDate( { advances = false } = {} ): void {
	jest.useFakeTimers( {
		now: new Date( '2026-11-24T10:00:00Z' ),
		advanceTimers: advances,
		doNotFake: [
			'cancelAnimationFrame',
			'cancelIdleCallback',
			'clearImmediate',
			'clearInterval',
			'clearTimeout',
			'hrtime',
			'nextTick',
			'performance',
			'queueMicrotask',
			'requestAnimationFrame',
			'requestIdleCallback',
			'setImmediate',
			'setInterval',
			'setTimeout',
		],
	} );
}
