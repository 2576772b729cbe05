import type { KeyboardEvent } from 'react';

/** Sends the form when Enter is pressed in a field; around the form there may be another, which must not be sent. */
export function submitOnEnter( submit: () => void ) {
	return ( event: KeyboardEvent ): void => {
		const { target } = event;
		const isField =
			target instanceof HTMLInputElement ||
			target instanceof HTMLSelectElement;
		// Whoever picks from a list has made use of the key already.
		if ( event.key !== 'Enter' || ! isField || event.defaultPrevented ) {
			return;
		}

		event.preventDefault();
		// Neither the Enter that picks a word from an input method nor a key held down is meant for us.
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
