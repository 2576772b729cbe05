import { screen, waitFor } from '@testing-library/react';

import type { LinkDialogProps } from '../../../shared/components/link-dialog';
import { resetShop } from '../../../shared/test/client';
import { button, showPanel } from '../../../shared/test/panel';
import { aLink } from '../../../shared/test/wire';
import { DIALOGS, type DialogDefinition } from '../dialog-registry';

const load = jest.fn();

const TEST_DIALOG: DialogDefinition = {
	title: ( { order_id: orderId } ) => `About ${ orderId }`,
	size: 'small',
	load,
};

beforeEach( () => {
	resetShop();
	DIALOGS.history = TEST_DIALOG;
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

it( 'opens outside the order form and returns the focus', async () => {
	const user = await openDialog();

	const dialog = screen.getByRole( 'dialog', { name: 'About PL-1001-1' } );
	expect( await screen.findByText( 'It is active' ) ).toBeVisible();
	expect( dialog.closest( 'form' ) ).toBeNull();

	await user.keyboard( '{Escape}' );

	await waitFor( () => expect( screen.queryByRole( 'dialog' ) ).toBeNull() );
	expect( button( 'History of PL-1001-1' ) ).toHaveFocus();
} );

it( 'shows that it is loading', async () => {
	load.mockReturnValue( new Promise( () => undefined ) );
	await openDialog();

	expect( screen.getByRole( 'status' ) ).toHaveTextContent( 'Loading…' );
} );

it( 'shows that loading failed and can be retried', async () => {
	load.mockRejectedValueOnce( new Error( 'ChunkLoadError' ) );
	const user = await openDialog();

	await user.click(
		await screen.findByRole( 'button', { name: 'Try again' } )
	);

	expect( await screen.findByText( 'It is active' ) ).toBeVisible();
	expect( load ).toHaveBeenCalledTimes( 2 );
	// React logs caught errors to the console.
	jest.spyOn( console, 'error' ).mockClear();
} );

it( 'moves the focus to the row when the opening button was removed', async () => {
	DIALOGS.cancel = TEST_DIALOG;
	const user = showPanel( {
		links: [ aLink( { expires_at: '2099-01-01T00:00:00Z' } ) ],
	} );
	await user.click( button( 'Cancel link PL-1001-1' ) );
	await user.click( await screen.findByRole( 'button', { name: 'Change' } ) );
	expect( screen.getByText( 'It is creating' ) ).toBeVisible();

	await user.click( button( 'Ready' ) );

	expect( screen.getByRole( 'listitem' ) ).toHaveFocus();
} );

it( 'is not offered without a registered dialog', () => {
	delete DIALOGS.qr;
	showPanel();

	expect( screen.queryByRole( 'button', { name: /QR code/ } ) ).toBeNull();
} );
