import { Modal, Spinner } from '@wordpress/components';
import { Suspense, lazy, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { Link } from '../api/schemas';
import type { Dialog } from '../hooks/payment-links-reducer';
import { DialogBoundary } from './DialogBoundary';
import {
	DIALOGS,
	type LinkDialogEntry,
	type LinkDialogProps,
} from './link-dialog-table';
import { rowId } from './row-id';

type Props = Omit< LinkDialogProps, 'link' > & {
	dialog: Dialog | null;
	links: readonly Link[];
};

/** Shows the dialog that is open. */
export function LinkDialogs( { dialog, links, ...props }: Props ) {
	const link = links.find( ( { id } ) => id === dialog?.linkId );
	const entry = dialog === null ? undefined : DIALOGS[ dialog.kind ];

	return link === undefined || entry === undefined ? null : (
		<LinkDialog
			key={ `${ dialog?.kind } ${ link.id }` }
			entry={ entry }
			link={ link }
			{ ...props }
		/>
	);
}

function LinkDialog( {
	entry,
	...props
}: LinkDialogProps & { entry: LinkDialogEntry } ) {
	// A lazy component keeps its failure for ever: each try needs a new one.
	const [ Content, setContent ] = useState( () => lazy( entry.load ) );
	const { link, close } = props;

	useEffect( () => () => focusRowInstead( link.id ), [ link.id ] );

	return (
		<Modal
			className="msp-payment-links__dialog"
			title={ entry.title( link ) }
			size={ entry.size }
			onRequestClose={ close }
		>
			<DialogBoundary
				onTryAgain={ () => setContent( lazy( entry.load ) ) }
			>
				<Suspense fallback={ <Loading /> }>
					<Content { ...props } />
				</Suspense>
			</DialogBoundary>
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

/** The window gives the focus back to its button, but that can be gone: a link that was retired has none to retire it. */
function focusRowInstead( linkId: number ): void {
	const { activeElement, body } = document;
	if ( activeElement === null || activeElement === body ) {
		document.getElementById( rowId( linkId ) )?.focus();
	}
}
