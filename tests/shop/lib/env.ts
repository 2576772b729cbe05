/** Returns an environment variable, or null when it is empty or not set. */
export function env( name: string ): string | null {
	const value = process.env[ name ];
	return value ? value : null;
}
