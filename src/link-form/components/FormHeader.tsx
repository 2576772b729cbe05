import { ToggleControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';

type Props = {
	headingId: string;
	/** The link that is duplicated. */
	original: Link | null;
	/** The form has the values of the order, and the new link replaces the original. */
	isFromOrder: boolean;
	isAdvanced: boolean;
	onToggle: ( isAdvanced: boolean ) => void;
};

/** Title of the form and the toggle for all fields. */
export function FormHeader( {
	headingId,
	original,
	isFromOrder,
	isAdvanced,
	onToggle,
}: Props ) {
	const heading = useRef< HTMLHeadingElement >( null );

	useEffect( () => heading.current?.focus(), [] );

	return (
		<>
			<div className="msp-payment-links__form-header">
				<h3 ref={ heading } id={ headingId } tabIndex={ -1 }>
					{ headingFor( original, isFromOrder ) }
				</h3>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __(
						'Show all fields',
						'multisafepay-payment-links'
					) }
					checked={ isAdvanced }
					onChange={ onToggle }
				/>
			</div>
			<p className="msp-payment-links__lead">
				{ isFromOrder
					? __(
							'Filled in from the order. Check it, then press “Generate link”.',
							'multisafepay-payment-links'
					  )
					: __(
							'Filled in from that link, with an order ID of its own. Change what should be different, then press “Generate link”.',
							'multisafepay-payment-links'
					  ) }
			</p>
		</>
	);
}

function headingFor( original: Link | null, isFromOrder: boolean ): string {
	if ( original === null ) {
		return __( 'New payment link', 'multisafepay-payment-links' );
	}

	return isFromOrder
		? sprintf(
				/* translators: %s: order ID of the replaced link. */
				__(
					'New payment link instead of %s',
					'multisafepay-payment-links'
				),
				original.order_id
		  )
		: sprintf(
				/* translators: %s: order ID of a link. */
				__( 'New payment link like %s', 'multisafepay-payment-links' ),
				original.order_id
		  );
}
