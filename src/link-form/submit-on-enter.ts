import type { KeyboardEvent } from 'react';

/** Submits on Enter in a field and keeps the event from submitting the surrounding form. */
export function submitOnEnter( submit: () => void ) {
	return ( event: KeyboardEvent ): void => {
		const { target } = event;
		const isField =
			target instanceof HTMLInputElement ||
			target instanceof HTMLSelectElement;
		// Enter has already selected an option.
		if ( event.key !== 'Enter' || ! isField || event.defaultPrevented ) {
			return;
		}

		event.preventDefault();
		// Enter during composition selects a character, and a repeated Enter comes from a key that is held down.
		if (
			target instanceof HTMLInputElement &&
			target.type === 'text' &&
			target.getAttribute( 'role' ) !== 'combobox' &&
			! target.readOnly &&
			! event.repeat &&
			! event.nativeEvent.isComposing
		) {
			submit();
		}
	};
}
