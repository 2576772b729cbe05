import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { useCopyToClipboard } from '../hooks/useCopyToClipboard';
import { PaymentUrlField } from './PaymentUrlField';

type Props = {
	url: string;
	orderId: string;
	variant: 'primary' | 'secondary';
	/** Moves the focus to the button when it is mounted. */
	focusOnMount?: boolean;
};

export function CopyButton( {
	url,
	orderId,
	variant,
	focusOnMount = false,
}: Props ) {
	const { copyState, copy } = useCopyToClipboard();
	const button = useRef< HTMLButtonElement >( null );

	useEffect( () => {
		if ( focusOnMount ) {
			button.current?.focus();
		}
	}, [ focusOnMount ] );

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
				<PaymentUrlField
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
