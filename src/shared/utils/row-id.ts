/** Where the focus goes when the button that had it is gone. */
export function rowId( linkId: number ): string {
	return `msp-payment-link-${ linkId }`;
}
