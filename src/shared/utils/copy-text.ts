/** Copies text, by the browser's clipboard or else by a selection; tells whether it worked. */
export async function copyText( text: string ): Promise< boolean > {
	return ( await copyByClipboard( text ) ) || copyBySelection( text );
}

async function copyByClipboard( text: string ): Promise< boolean > {
	try {
		// Missing on a shop without HTTPS, whatever the types say: the call then throws and the other way is tried.
		await navigator.clipboard.writeText( text );
		return true;
	} catch {
		return false;
	}
}

function copyBySelection( text: string ): boolean {
	const { activeElement } = document;
	const area = document.createElement( 'textarea' );
	area.value = text;
	area.readOnly = true;
	area.className = 'screen-reader-text';
	// Outside the order form, which would take a change in it for an unsaved one.
	document.body.append( area );
	area.focus( { preventScroll: true } );
	area.select();

	try {
		return document.execCommand( 'copy' );
	} catch {
		return false;
	} finally {
		area.remove();
		if ( activeElement instanceof HTMLElement ) {
			activeElement.focus( { preventScroll: true } );
		}
	}
}
