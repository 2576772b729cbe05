import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';

import type { PaymentLinksClient } from '../../../shared/api/payment-links';
import type { Link } from '../../../shared/api/schemas';
import type { ScreenConfig } from '../../../shared/api/screen-config';
import type { PhoneOrderClient } from '../client';
import type { PhoneDraft } from '../schemas';
import { CreatedOrder } from './CreatedOrder';
import { PhoneOrderForm } from './PhoneOrderForm';

type Props = {
	draft: PhoneDraft;
	config: ScreenConfig;
	client: PhoneOrderClient;
	/** Client for actions on the new link. */
	links: PaymentLinksClient;
	/** Called when an order was created, with or without its link. */
	onCreated: () => void;
	onClose: () => void;
};

type CreatedLink = { readonly link: Link; readonly requestedAmount: number };

/** Dialog for phone orders. It creates an order with its link and shows both. */
export function PhoneOrderDialog( {
	draft,
	config,
	client,
	links,
	onCreated,
	onClose,
}: Props ) {
	const [ created, setCreated ] = useState< CreatedLink | null >( null );
	/** Number of attempts to close the form. */
	const [ closeAttempts, setCloseAttempts ] = useState( 0 );

	function close(): void {
		if ( created === null ) {
			setCloseAttempts( closeAttempts + 1 );
		} else {
			onClose();
		}
	}

	return (
		<Modal
			className="msp-payment-links__dialog msp-payment-links__phone-order"
			title={ __( 'New payment link', 'multisafepay-payment-links' ) }
			size="large"
			focusOnMount="firstInputElement"
			// The dialog would fade out before the question is shown, and a click outside must not discard the input.
			isDismissible={ false }
			shouldCloseOnClickOutside={ false }
			shouldCloseOnEsc={ false }
			onKeyDown={ ( event: KeyboardEvent ) => {
				if ( event.key === 'Escape' && ! event.defaultPrevented ) {
					event.preventDefault();
					close();
				}
			} }
			headerActions={
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ close }
				>
					{ __( 'Close', 'multisafepay-payment-links' ) }
				</Button>
			}
			onRequestClose={ close }
		>
			<div className="msp-payment-links">
				{ created === null ? (
					<PhoneOrderForm
						draft={ draft }
						config={ config }
						client={ client }
						closeAttempts={ closeAttempts }
						onCreated={ ( link, requestedAmount ) => {
							setCreated( { link, requestedAmount } );
							onCreated();
						} }
						onOrderWithoutLink={ onCreated }
						onClose={ onClose }
					/>
				) : (
					<CreatedOrder
						link={ created.link }
						requestedAmount={ created.requestedAmount }
						config={ config }
						client={ links }
						onClose={ onClose }
					/>
				) }
			</div>
		</Modal>
	);
}
