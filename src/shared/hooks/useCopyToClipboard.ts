import { speak } from '@wordpress/a11y';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { copyText } from '../utils/copy-text';

export type CopyState = 'idle' | 'copied' | 'failed';

/** What is said aloud. */
export type CopyWords = {
	readonly copied: string;
	readonly failed: string;
};

const SHOWN_FOR = 4000;

/** Copies text, says so aloud, and tells for a few seconds that it worked; a failure stays until the next try. */
export function useCopyToClipboard( words: CopyWords = linkWords() ): {
	readonly copyState: CopyState;
	/** Resolves to whether it worked. */
	readonly copy: ( text: string ) => Promise< boolean >;
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

	async function copy( text: string ): Promise< boolean > {
		const isCopied = await copyText( text );

		setCopyState( isCopied ? 'copied' : 'failed' );
		speak(
			isCopied ? words.copied : words.failed,
			isCopied ? 'polite' : 'assertive'
		);
		return isCopied;
	}

	return { copyState, copy };
}

function linkWords(): CopyWords {
	return {
		copied: __( 'Link copied.', 'multisafepay-payment-links' ),
		failed: __(
			'Copying did not work. Select the address and copy it by hand.',
			'multisafepay-payment-links'
		),
	};
}
