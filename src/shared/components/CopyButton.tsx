import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { useCopyToClipboard } from '../hooks/useCopyToClipboard';
import { AddressField } from './AddressField';

type Props = {
	url: string;
	orderId: string;
	variant: 'primary' | 'secondary';
	/** Takes the focus when it appears, so that Enter copies what was just made. */
	isFocusedAtFirst?: boolean;
};

export function CopyButton( {
	url,
	orderId,
	variant,
	isFocusedAtFirst = false,
}: Props ) {
	const { copyState, copy } = useCopyToClipboard();
	const button = useRef< HTMLButtonElement >( null );

	useEffect( () => {
		if ( isFocusedAtFirst ) {
			button.current?.focus();
		}
	}, [ isFocusedAtFirst ] );

	const text =
		copyState === 'copied'
			? __( 'Copied', 'multisafepay-payment-links' )
			: __( 'Copy link', 'multisafepay-payment-links' );

	return (
		<>
			<Button
				ref={ button }
				variant={ variant }
				aria-label={ sprintf(
					/* translators: 1: "Copy link" or "Copied". 2: order ID of the link. */
					__( '%1$s %2$s', 'multisafepay-payment-links' ),
					text,
					orderId
				) }
				onClick={ () => void copy( url ) }
			>
				{ text }
			</Button>
			{ copyState === 'failed' && (
				<AddressField
					url={ url }
					help={ __(
						'This browser does not let the page copy. Select the address and copy it by hand.',
						'multisafepay-payment-links'
					) }
				/>
			) }
		</>
	);
}
