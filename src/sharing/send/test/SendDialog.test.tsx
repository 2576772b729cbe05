import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';

import { ApiError } from '../../../shared/api/errors';
import type { Link } from '../../../shared/api/schemas';
import type { ScreenConfig } from '../../../shared/api/screen-config';
import { client, resetShop } from '../../../shared/test/client';
import { aConfig, aLink, aLinkWithEvents } from '../../../shared/test/wire';
import SendDialog from '../SendDialog';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const OPEN = aLink( { expires_at: '2999-12-24T10:00:00Z' } );
const SENT = { ...OPEN, sent_at: '2026-11-24T13:05:00Z' };
const shown = jest.fn< void, [ Link ] >();

/** Keeps the link in its state, as the panel does. */
function Panel( { share }: { share: Partial< ScreenConfig[ 'share' ] > } ) {
	const [ link, setLink ] = useState( OPEN );
	const config = aConfig();

	return (
		<SendDialog
			link={ link }
			config={ { ...config, share: { ...config.share, ...share } } }
			client={ client }
			showLink={ ( updated ) => {
				shown( updated );
				setLink( updated );
			} }
			close={ () => undefined }
		/>
	);
}

function show( share: Partial< ScreenConfig[ 'share' ] > = {} ) {
	render( <Panel share={ share } /> );
	const user = userEvent.setup();
	// jsdom cannot follow links.
	document.addEventListener( 'click', ( event ) => event.preventDefault(), {
		once: true,
		capture: true,
	} );
	return user;
}

function email() {
	return within( screen.getByRole( 'group', { name: 'By e-mail' } ) );
}

function to(): HTMLElement {
	return email().getByRole( 'textbox', { name: 'To' } );
}

function error(
	changes: Partial< ConstructorParameters< typeof ApiError >[ 0 ] >
) {
	return new ApiError( { code: 'x', message: 'No.', ...changes } );
}

beforeEach( () => {
	resetShop();
	client.email.mockResolvedValue( SENT );
	client.share.mockResolvedValue( SENT );
} );

describe( 'the e-mail', () => {
	it( 'is sent to the customer with a message, and the row shows that', async () => {
		const user = show();
		expect( to() ).toHaveValue( 'eva@example.com' );
		expect( email().getByText( /the amount of €80\.00/ ) ).toBeVisible();
		await user.click(
			email().getByRole( 'textbox', { name: /Personal message/ } )
		);
		await user.paste( 'As agreed.' );
		await user.click(
			email().getByRole( 'button', { name: 'Send e-mail' } )
		);

		expect( client.email ).toHaveBeenCalledWith( 7, {
			to: 'eva@example.com',
			message: 'As agreed.',
		} );
		expect( shown ).toHaveBeenCalledWith( SENT );
		expect( speak ).toHaveBeenCalledWith(
			'The e-mail is on its way to eva@example.com.',
			'polite'
		);
	} );

	it( 'is sent once on a double click', async () => {
		client.email.mockReturnValue( new Promise( () => undefined ) );
		const user = show();
		await user.dblClick(
			email().getByRole( 'button', { name: 'Send e-mail' } )
		);

		expect( client.email ).toHaveBeenCalledTimes( 1 );
		expect(
			email().getByRole( 'button', { name: 'Sending…' } )
		).toHaveAttribute( 'aria-disabled', 'true' );
	} );

	it.each( [
		[ 'to', /^To$/, 'This is not an e-mail address.' ],
		[ 'message', /Personal message/, 'At most 2000 characters.' ],
	] )(
		'shows an error for “%s” until the field is changed',
		async ( param, name, text ) => {
			client.email.mockRejectedValue(
				error( { status: 400, params: { [ param ]: text } } )
			);
			const user = show();
			await user.click(
				email().getByRole( 'button', { name: 'Send e-mail' } )
			);

			const field = email().getByRole( 'textbox', { name } );
			expect( field ).toHaveFocus();
			expect( field ).toBeInvalid();
			expect( field ).toHaveAccessibleDescription(
				expect.stringContaining( text )
			);

			await user.click( field );
			await user.paste( 'x' );
			expect( field ).toBeValid();
		}
	);

	it( 'keeps the input when it could not be sent', async () => {
		client.email.mockRejectedValue(
			error( {
				code: 'email_failed',
				status: 502,
				message: 'Not handed over.',
			} )
		);
		const user = show();
		await user.clear( to() );
		await user.paste( 'eva@example.org' );
		await user.click(
			email().getByRole( 'button', { name: 'Send e-mail' } )
		);

		expect( email().getByText( 'Not handed over.' ) ).toBeVisible();
		expect( to() ).toHaveValue( 'eva@example.org' );
		expect( shown ).not.toHaveBeenCalled();
	} );

	it( 'shows the status of a link that was paid in the meantime', async () => {
		client.email.mockRejectedValue(
			error( { code: 'link_not_open', status: 409, linkId: 7 } )
		);
		client.read.mockResolvedValue(
			aLinkWithEvents( { status: 'completed' } )
		);
		const user = show();
		await user.click(
			email().getByRole( 'button', { name: 'Send e-mail' } )
		);

		expect(
			await screen.findByText( /cannot be paid now\. Status: Completed/ )
		).toBeVisible();
		expect( screen.queryByRole( 'button' ) ).toBeNull();
	} );

	it( 'is not offered when it is disabled', () => {
		show( { email_enabled: false } );

		expect(
			screen.queryByRole( 'group', { name: 'By e-mail' } )
		).toBeNull();
		expect( screen.getByText( /is switched off/ ) ).toBeVisible();
		expect(
			screen.getByRole( 'group', { name: 'By message' } )
		).toBeVisible();
	} );
} );

describe( 'the message', () => {
	it( 'is sent by WhatsApp and SMS as edited', async () => {
		const user = show();
		const box = screen.getByRole( 'textbox', { name: 'Message' } );
		await user.clear( box );
		await user.paste( 'Hi & bye' );

		expect(
			screen.getByRole( 'link', { name: /WhatsApp/ } )
		).toHaveAttribute(
			'href',
			'https://wa.me/31612345678?text=Hi%20%26%20bye'
		);
		expect(
			screen.getByRole( 'link', { name: 'Text message' } )
		).toHaveAttribute( 'href', 'sms:+31612345678?&body=Hi%20%26%20bye' );
	} );

	it( 'explains that there is no phone number', () => {
		show( { phone: '' } );

		expect(
			screen.getByText( /no phone number that can be used/ )
		).toBeVisible();
		expect(
			screen
				.getByRole( 'link', { name: /WhatsApp/ } )
				.getAttribute( 'href' )
		).toMatch( /^https:\/\/wa\.me\/\?text=Hello%20Eva/ );
	} );

	it.each( [
		[ /WhatsApp/, 'whatsapp' ],
		[ 'Text message', 'sms' ],
	] )( 'is recorded when it is sent by %s', async ( name, channel ) => {
		const user = show();
		await user.click( screen.getByRole( 'link', { name } ) );

		expect( client.share ).toHaveBeenCalledWith( 7, channel );
		expect( shown ).toHaveBeenCalledWith( SENT );
	} );

	it( 'is copied and recorded', async () => {
		const user = show();
		await user.click(
			screen.getByRole( 'button', { name: 'Copy message' } )
		);

		await waitFor( () =>
			expect( client.share ).toHaveBeenCalledWith( 7, 'copy' )
		);
		expect( await navigator.clipboard.readText() ).toContain(
			`Hello Eva, here is the payment link for order 1001 at Example shop (€80.00): ${ OPEN.payment_url }`
		);
		expect( speak ).toHaveBeenCalledWith( 'Message copied.', 'polite' );
	} );

	it( 'is not recorded when it could not be copied', async () => {
		const user = show();
		jest.spyOn( navigator.clipboard, 'writeText' ).mockRejectedValue(
			new Error( 'NotAllowedError' )
		);
		await user.click(
			screen.getByRole( 'button', { name: 'Copy message' } )
		);

		expect( await screen.findByText( /copy it by hand/ ) ).toBeVisible();
		expect( client.share ).not.toHaveBeenCalled();
	} );

	it( 'shows that it could not be recorded', async () => {
		client.share.mockRejectedValue( error( { message: 'No answer.' } ) );
		const user = show();
		await user.click(
			screen.getByRole( 'link', { name: 'Text message' } )
		);

		expect(
			await screen.findByText( /could not be noted.*No answer\./, {
				selector: 'p',
			} )
		).toBeVisible();
	} );
} );

it( 'cannot be sent when the link is closed', () => {
	render(
		<SendDialog
			link={ aLink( { status: 'expired' } ) }
			config={ aConfig() }
			client={ client }
			showLink={ shown }
			close={ () => undefined }
		/>
	);

	expect( screen.queryAllByRole( 'textbox' ) ).toHaveLength( 0 );
	expect( screen.getByText( /Status: Expired/ ) ).toBeVisible();
} );
