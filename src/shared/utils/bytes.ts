/** Returns the length in UTF-8 bytes, which MultiSafepay limits. */
export function byteLength( text: string ): number {
	return new TextEncoder().encode( text ).length;
}
