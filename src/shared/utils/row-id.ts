/** Returns the id of a table or list row. Rows get the focus when the focused button is removed. */
export function rowId( linkId: number ): string {
	return `msp-payment-link-${ linkId }`;
}
