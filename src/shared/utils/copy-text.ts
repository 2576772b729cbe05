/** Copies text with the Clipboard API, or with a selection if that fails. Resolves to whether it was copied. */
export async function copyText( text: string ): Promise< boolean > {
	return ( await copyByClipboard( text ) ) || copyBySelection( text );
}

async function copyByClipboard( text: string ): Promise< boolean > {
	try {
		// The Clipboard API is missing on shops without HTTPS. The call then throws and the fallback is used.
		await navigator.clipboard.writeText( text );
		return true;
	} catch {
		return false;
	}
}

function copyBySelection( text: string ): boolean {
	const { activeElement } = document;
	const textarea = document.createElement( 'textarea' );
	textarea.value = text;
	textarea.readOnly = true;
	textarea.className = 'screen-reader-text';
	// Not inside the order form, which would report the textarea as an unsaved change.
	document.body.append( textarea );
	textarea.focus( { preventScroll: true } );
	textarea.select();

	try {
		return document.execCommand( 'copy' );
	} catch {
		return false;
	} finally {
		textarea.remove();
		if ( activeElement instanceof HTMLElement ) {
			activeElement.focus( { preventScroll: true } );
		}
	}
}
