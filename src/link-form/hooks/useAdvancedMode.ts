import { useState } from '@wordpress/element';

import type { PaymentLinksClient } from '../../shared/api/payment-links';

export type AdvancedMode = {
	readonly isOn: boolean;
	readonly setIsOn: ( isOn: boolean ) => void;
};

/** Whether the form shows all fields. The preference is saved for the user. */
export function useAdvancedMode(
	initialIsOn: boolean,
	client: PaymentLinksClient
): AdvancedMode {
	const [ isOn, setIsOn ] = useState( initialIsOn );

	return {
		isOn,
		setIsOn: ( next ) => {
			setIsOn( next );
			// The form works without the saved preference, so a failure is not shown.
			client
				.savePreferences( { advanced: next } )
				.catch( () => undefined );
		},
	};
}
