import { speak } from '@wordpress/a11y';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { copyText } from '../utils/copy-text';

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
		const isCopied = await copyText( text );

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
