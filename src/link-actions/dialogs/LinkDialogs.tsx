import { Modal, Spinner } from '@wordpress/components';
import { Suspense, lazy, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { Link } from '../../shared/api/schemas';
import type { LinkDialogProps } from '../../shared/components/link-dialog';
import { LoadErrorBoundary } from '../../shared/components/LoadErrorBoundary';
import { rowId } from '../../shared/utils/row-id';
import type { Dialog } from '../commands';
import { DIALOGS, type DialogDefinition } from './dialog-registry';

type Props = Omit< LinkDialogProps, 'link' > & {
	dialog: Dialog | null;
	links: readonly Link[];
};

export function LinkDialogs( { dialog, links, ...props }: Props ) {
	const link = links.find( ( { id } ) => id === dialog?.linkId );
	const definition = dialog === null ? undefined : DIALOGS[ dialog.kind ];

	return link === undefined || definition === undefined ? null : (
		<LinkDialog
			key={ `${ dialog?.kind } ${ link.id }` }
			definition={ definition }
			link={ link }
			{ ...props }
		/>
	);
}

function LinkDialog( {
	definition,
	...props
}: LinkDialogProps & { definition: DialogDefinition } ) {
	// A lazy component caches its failure, so each attempt needs a new one.
	const [ Content, setContent ] = useState( () => lazy( definition.load ) );
	const { link, close } = props;

	useEffect( () => () => focusRowIfFocusIsLost( link.id ), [ link.id ] );

	return (
		<Modal
			className="msp-payment-links__dialog"
			title={ definition.title( link ) }
			size={ definition.size }
			onRequestClose={ close }
		>
			<LoadErrorBoundary
				onTryAgain={ () => setContent( lazy( definition.load ) ) }
			>
				<Suspense fallback={ <Loading /> }>
					<Content { ...props } />
				</Suspense>
			</LoadErrorBoundary>
		</Modal>
	);
}

function Loading() {
	return (
		<p role="status">
			<Spinner />
			{ __( 'Loading…', 'multisafepay-payment-links' ) }
		</p>
	);
}

/**
 * The dialog returns the focus to the button that opened it. If the action removed that button, the row gets the focus.
 */
function focusRowIfFocusIsLost( linkId: number ): void {
	const { activeElement, body } = document;
	if ( activeElement === null || activeElement === body ) {
		document.getElementById( rowId( linkId ) )?.focus();
	}
}
