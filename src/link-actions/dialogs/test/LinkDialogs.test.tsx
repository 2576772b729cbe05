import { screen, waitFor } from '@testing-library/react';

import { button, resetShop, showPanel } from '../test/panel';
import { aLink } from '../test/wire';
import {
	DIALOGS,
	type LinkDialogEntry,
	type LinkDialogProps,
} from './link-dialog-table';

const load = jest.fn();

const A_DIALOG: LinkDialogEntry = {
	title: ( { order_id: orderId } ) => `About ${ orderId }`,
	size: 'small',
	load,
};

beforeEach( () => {
	resetShop();
	DIALOGS.history = A_DIALOG;
	load.mockResolvedValue( { default: Content } );
} );

function Content( { link, showLink, close }: LinkDialogProps ) {
	return (
		<>
			<p>{ `It is ${ link.status }` }</p>
			<button
				type="button"
				onClick={ () => showLink( { ...link, status: 'creating' } ) }
			>
				Change
			</button>
			<button type="button" onClick={ close }>
				Ready
			</button>
		</>
	);
}

async function openDialog() {
	const user = showPanel( { links: [ aLink( { id: 7 } ) ] } );
	await user.click( button( 'History of PL-1001-1' ) );
	return user;
}

it( 'opens for one link, outside the order form, and gives the focus back', async () => {
	const user = await openDialog();

	const dialog = screen.getByRole( 'dialog', { name: 'About PL-1001-1' } );
	expect( await screen.findByText( 'It is active' ) ).toBeVisible();
	expect( dialog.closest( 'form' ) ).toBeNull();

	await user.keyboard( '{Escape}' );

	await waitFor( () => expect( screen.queryByRole( 'dialog' ) ).toBeNull() );
	expect( button( 'History of PL-1001-1' ) ).toHaveFocus();
} );

it( 'says that it loads', async () => {
	load.mockReturnValue( new Promise( () => undefined ) );
	await openDialog();

	expect( screen.getByRole( 'status' ) ).toHaveTextContent( 'Loading…' );
} );

it( 'says so when it cannot be loaded, and tries again', async () => {
	load.mockRejectedValueOnce( new Error( 'ChunkLoadError' ) );
	const user = await openDialog();

	await user.click(
		await screen.findByRole( 'button', { name: 'Try again' } )
	);

	expect( await screen.findByText( 'It is active' ) ).toBeVisible();
	expect( load ).toHaveBeenCalledTimes( 2 );
	// React also reports to the console what was caught.
	jest.spyOn( console, 'error' ).mockClear();
} );

it( 'moves the focus to the row when the button that opened it is gone', async () => {
	DIALOGS.retire = A_DIALOG;
	const user = showPanel( {
		links: [ aLink( { expires_at: '2099-01-01T00:00:00Z' } ) ],
	} );
	await user.click( button( 'Retire PL-1001-1' ) );
	await user.click( await screen.findByRole( 'button', { name: 'Change' } ) );
	expect( screen.getByText( 'It is creating' ) ).toBeVisible();

	await user.click( button( 'Ready' ) );

	expect( screen.getByRole( 'listitem' ) ).toHaveFocus();
} );

it( 'is not offered while there is none', () => {
	delete DIALOGS.qr;
	showPanel();

	expect( screen.queryByRole( 'button', { name: /QR code/ } ) ).toBeNull();
} );
