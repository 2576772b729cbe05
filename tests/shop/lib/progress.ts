/** Says what is being done; on stderr, so that stdout stays for results. */
export function say( text: string ): void {
	process.stderr.write( `[shop] ${ text }\n` );
}

/** A line that nobody should miss. */
export function shout( text: string ): void {
	const line = text.toUpperCase();
	const rule = '='.repeat( Math.min( 78, line.length ) );
	process.stderr.write( `${ rule }\n${ line }\n${ rule }\n` );
}

/** The words of anything that was thrown. */
export function words( error: unknown ): string {
	return error instanceof Error ? error.message : String( error );
}
