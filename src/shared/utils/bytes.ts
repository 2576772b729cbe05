/** Returns the length in UTF-8 bytes, which is how the provider counts. */
export function byteLength( text: string ): number {
	return new TextEncoder().encode( text ).length;
}
