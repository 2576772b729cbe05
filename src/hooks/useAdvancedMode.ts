import { useState } from '@wordpress/element';

import type { PaymentLinksClient } from '../api/payment-links';

export type AdvancedMode = {
	readonly isOn: boolean;
	readonly turn: ( isOn: boolean ) => void;
};

/** Whether the form shows every field; remembered for this user. */
export function useAdvancedMode(
	isOnAtFirst: boolean,
	client: PaymentLinksClient
): AdvancedMode {
	const [ isOn, setIsOn ] = useState( isOnAtFirst );

	function turn( next: boolean ): void {
		setIsOn( next );
		// Not worth a word when it fails: the form works, and the next press tries again.
		client.savePreferences( { advanced: next } ).catch( () => undefined );
	}

	return { isOn, turn };
}
