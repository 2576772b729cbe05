import { speak } from '@wordpress/a11y';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { copyText } from '../utils/copy-text';

export type CopyState = 'idle' | 'copied' | 'failed';

/** Announced to screen readers. */
export type CopyMessages = {
	readonly copied: string;
	readonly failed: string;
};

const COPIED_STATE_MS = 4000;

/**
 * Copies text and announces the result. `copied` is reset after a few seconds; `failed` stays until the next attempt.
 */
export function useCopyToClipboard( messages: CopyMessages = linkMessages() ): {
	readonly copyState: CopyState;
	/** Resolves to whether the text was copied. */
	readonly copy: ( text: string ) => Promise< boolean >;
} {
	const [ copyState, setCopyState ] = useState< CopyState >( 'idle' );

	useEffect( () => {
		if ( copyState !== 'copied' ) {
			return undefined;
		}

		const timer = window.setTimeout(
			() => setCopyState( 'idle' ),
			COPIED_STATE_MS
		);
		return () => window.clearTimeout( timer );
	}, [ copyState ] );

	async function copy( text: string ): Promise< boolean > {
		const isCopied = await copyText( text );

		setCopyState( isCopied ? 'copied' : 'failed' );
		speak(
			isCopied ? messages.copied : messages.failed,
			isCopied ? 'polite' : 'assertive'
		);
		return isCopied;
	}

	return { copyState, copy };
}

function linkMessages(): CopyMessages {
	return {
		copied: __( 'Link copied.', 'multisafepay-payment-links' ),
		failed: __(
			'Copying did not work. Select the address and copy it by hand.',
			'multisafepay-payment-links'
		),
	};
}
