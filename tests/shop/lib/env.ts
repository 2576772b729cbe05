/** An environment variable; an empty one counts as not set. */
export function env( name: string ): string | null {
	const value = process.env[ name ];
	return value ? value : null;
}
