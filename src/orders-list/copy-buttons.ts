import { speak } from '@wordpress/a11y';
import { __ } from '@wordpress/i18n';

import './styles/orders-list.scss';
import { copyText } from './utils/copy-text';

const SHOWN_FOR = 4000;

/** The buttons of the orders list: WordPress draws the table, so that one listener serves all rows. */
export function listenForCopies( root: Document ): void {
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
		say( button, __( 'Copied', 'multisafepay-payment-links' ) );
		speak( __( 'Link copied.', 'multisafepay-payment-links' ) );
		return;
	}

	// The address itself, to be copied by hand.
	const field = document.createElement( 'input' );
	field.readOnly = true;
	field.value = url;
	field.dir = 'ltr';
	field.className = 'msp-payment-links__by-hand';
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

/** Changes the visible words; which link it is stays behind them, for screen readers. */
function say( button: HTMLButtonElement, words: string ): void {
	const label = button.firstElementChild;
	if ( label === null ) {
		return;
	}

	label.textContent = words;
	window.setTimeout( () => {
		label.textContent = __( 'Copy link', 'multisafepay-payment-links' );
	}, SHOWN_FOR );
}

listenForCopies( document );
