import { speak } from '@wordpress/a11y';
import { __ } from '@wordpress/i18n';

import { copyText } from '../shared/utils/copy-text';

const COPIED_LABEL_MS = 4000;

/** One listener handles the copy buttons of all rows. */
export function listenForCopyClicks( root: Document ): void {
	root.addEventListener( 'click', ( event ) => {
		const button =
			event.target instanceof Element
				? event.target.closest( 'button.msp-payment-links__copy' )
				: null;
		if ( button instanceof HTMLButtonElement ) {
			void copy( button );
		}
	} );
}

async function copy( button: HTMLButtonElement ): Promise< void > {
	const url = button.dataset[ 'url' ] ?? '';
	if ( await copyText( url ) ) {
		showLabel( button, __( 'Copied', 'multisafepay-payment-links' ) );
		speak( __( 'Link copied.', 'multisafepay-payment-links' ) );
		return;
	}

	// Shows the URL, so that it can be copied manually.
	const field = document.createElement( 'input' );
	field.readOnly = true;
	field.value = url;
	field.dir = 'ltr';
	field.className = 'msp-payment-links__manual-copy';
	field.setAttribute(
		'aria-label',
		__( 'Payment link', 'multisafepay-payment-links' )
	);
	button.replaceWith( field );
	field.focus();
	field.select();
	speak(
		__(
			'Copying did not work. Select the address and copy it by hand.',
			'multisafepay-payment-links'
		),
		'assertive'
	);
}

/** Changes the visible label. The order ID after it stays, for screen readers. */
function showLabel( button: HTMLButtonElement, text: string ): void {
	const label = button.firstElementChild;
	if ( label === null ) {
		return;
	}

	label.textContent = text;
	window.setTimeout( () => {
		label.textContent = __( 'Copy link', 'multisafepay-payment-links' );
	}, COPIED_LABEL_MS );
}
