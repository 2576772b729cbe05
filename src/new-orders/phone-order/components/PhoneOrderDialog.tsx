import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';

import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import type { LinksConfig } from '../links/config';
import type { PhoneOrderClient } from './client';
import { MadeOrder } from './MadeOrder';
import { PhoneOrderForm } from './PhoneOrderForm';
import type { PhoneDraft } from './schemas';

type Props = {
	draft: PhoneDraft;
	config: LinksConfig;
	client: PhoneOrderClient;
	/** For what is done with the link once it is there. */
	links: PaymentLinksClient;
	/** The list is not up to date any more. */
	onMade: () => void;
	onClose: () => void;
};

type Made = { readonly link: Link; readonly askedAmount: number };

/** A payment by phone: makes an order and its link in one go, and hands both over. */
export function PhoneOrderDialog( {
	draft,
	config,
	client,
	links,
	onMade,
	onClose,
}: Props ) {
	const [ made, setMade ] = useState< Made | null >( null );
	/** Counts how often somebody wanted to leave the form. */
	const [ leaving, setLeaving ] = useState( 0 );

	function close(): void {
		if ( made === null ) {
			setLeaving( leaving + 1 );
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
			// The window would fade out first and ask then; and a click beside it must not cost what was typed.
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
				{ made === null ? (
					<PhoneOrderForm
						draft={ draft }
						config={ config }
						client={ client }
						leaving={ leaving }
						onMade={ ( link, askedAmount ) => {
							setMade( { link, askedAmount } );
							onMade();
						} }
						onHalfMade={ onMade }
						onClose={ onClose }
					/>
				) : (
					<MadeOrder
						link={ made.link }
						askedAmount={ made.askedAmount }
						config={ config }
						client={ links }
						onClose={ onClose }
					/>
				) }
			</div>
		</Modal>
	);
}
