import { speak } from '@wordpress/a11y';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

export type CopyState = 'idle' | 'copied' | 'failed';

const SHOWN_FOR = 4000;

/** Copies text, says so aloud, and tells for a few seconds that it worked; a failure stays until the next try. */
export function useCopyToClipboard(): {
	readonly copyState: CopyState;
	readonly copy: ( text: string ) => Promise< void >;
} {
	const [ copyState, setCopyState ] = useState< CopyState >( 'idle' );

	useEffect( () => {
		if ( copyState !== 'copied' ) {
			return undefined;
		}

		const timer = window.setTimeout(
			() => setCopyState( 'idle' ),
			SHOWN_FOR
		);
		return () => window.clearTimeout( timer );
	}, [ copyState ] );

	async function copy( text: string ): Promise< void > {
		const isCopied =
			( await copyByClipboard( text ) ) || copyBySelection( text );

		setCopyState( isCopied ? 'copied' : 'failed' );
		speak(
			isCopied
				? __( 'Link copied.', 'multisafepay-payment-links' )
				: __(
						'Copying did not work. Select the address and copy it by hand.',
						'multisafepay-payment-links'
				  ),
			isCopied ? 'polite' : 'assertive'
		);
	}

	return { copyState, copy };
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
