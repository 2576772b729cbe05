/** Logs a progress message to stderr, so that stdout contains only results. */
export function logProgress( text: string ): void {
	process.stderr.write( `[shop] ${ text }\n` );
}

/** Logs a message in capitals between two lines, so that it is easy to notice. */
export function logWarning( text: string ): void {
	const line = text.toUpperCase();
	const border = '='.repeat( Math.min( 78, line.length ) );
	process.stderr.write( `${ border }\n${ line }\n${ border }\n` );
}

/** Returns the message of any thrown value. */
export function errorMessage( error: unknown ): string {
	return error instanceof Error ? error.message : String( error );
}
