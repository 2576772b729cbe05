import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { DraftWarnings } from '../DraftWarnings';

jest.mock( '@wordpress/a11y', () => ( { speak: jest.fn() } ) );

const OFFICIAL = 'https://payv2.multisafepay.com/connect/other/';

it( 'shows all warnings', () => {
	render(
		<DraftWarnings
			warnings={ [
				{ code: 'hold_stock', message: 'WooCommerce cancels it.' },
				{ code: 'plain_http', message: 'No HTTPS.' },
			] }
			officialUrl={ OFFICIAL }
		/>
	);

	expect( screen.getByText( 'WooCommerce cancels it.' ) ).toBeVisible();
	expect( screen.getByText( 'No HTTPS.' ) ).toBeVisible();
	expect( screen.queryByRole( 'textbox' ) ).toBeNull();
} );

it( 'shows the link of the official plugin with a copy button', async () => {
	const user = userEvent.setup();
	render(
		<DraftWarnings
			warnings={ [ { code: 'official_link', message: 'Another link.' } ] }
			officialUrl={ OFFICIAL }
		/>
	);

	expect( screen.getByRole( 'textbox' ) ).toHaveValue( OFFICIAL );
	await user.click(
		screen.getByRole( 'button', {
			name: 'Copy link of the MultiSafepay plugin',
		} )
	);
	expect( await navigator.clipboard.readText() ).toBe( OFFICIAL );
} );

it( 'renders nothing without warnings', () => {
	const { container } = render(
		<DraftWarnings warnings={ [] } officialUrl={ null } />
	);

	expect( container ).toBeEmptyDOMElement();
} );
