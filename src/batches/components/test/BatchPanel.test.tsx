import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { ApiError } from '../../../shared/api/errors';
import { wire } from '../../../shared/test/wire';
import type { BatchClient } from '../../client';
import {
	batchWithIssuesSchema,
	previewSchema,
	type Batch,
	type Preview,
	type BatchSelection,
} from '../../schemas';
import { BatchPanel } from '../BatchPanel';

const ENDED = batchWithIssuesSchema.parse( wire( 'batch.json' ) );
const PREVIEW = previewSchema.parse( wire( 'batch-preview.json' ) );
const SELECTION: BatchSelection = {
	action: 'create',
	target: 'wc_order_ids',
	ids: [ 1001, 1002 ],
};

function running( changes: Partial< Batch > = {} ): Batch {
	return {
		...ENDED,
		status: 'running',
		finished_at: null,
		counts: {
			...ENDED.counts,
			failed: 0,
			email_failed: 0,
			waiting: 2,
		},
		...changes,
	};
}

function aClient( changes: Partial< BatchClient > = {} ): BatchClient {
	return {
		list: async () => [],
		show: async () => ENDED,
		preview: async () => PREVIEW,
		start: async () => running(),
		cancel: async () => running( { status: 'cancelled' } ),
		retry: async () => running(),
		...changes,
	};
}

function show(
	client: BatchClient,
	selection: BatchSelection | null = null,
	onDone: () => void = () => undefined
) {
	return render(
		<BatchPanel
			client={ client }
			selection={ selection }
			onDone={ onDone }
		/>
	);
}

beforeEach( () => window.localStorage.clear() );

describe( 'starting a batch', () => {
	it( 'shows what happens to each order and who gets an e-mail', async () => {
		show( aClient(), SELECTION );

		const dialog = await screen.findByRole( 'dialog', {
			name: 'Create payment links: 2 orders',
		} );
		expect(
			await within( dialog ).findByText( /1 of 2 will be done/ )
		).toHaveTextContent( '1 customer gets an e-mail.' );
		expect( dialog ).toHaveTextContent(
			'#1001 New link · robin@example.test'
		);
		expect( dialog ).toHaveTextContent(
			'#1002 The order has an open payment link.'
		);
	} );

	it( 'previews all items in chunks and lists the first ones', async () => {
		const ids = Array.from( { length: 1100 }, ( _, index ) => index + 1 );
		const preview = jest.fn(
			async ( { ids: chunk }: BatchSelection ): Promise< Preview > => ( {
				total: chunk.length,
				previewed: chunk.length,
				eligible: chunk.length - 1,
				emails: chunk.length - 1,
				items: chunk.map( ( id, index ) => ( {
					wc_order_id: id,
					wc_order_number: `${ id }`,
					order_id: null,
					skip_reason: index === 0 ? 'order_paid' : null,
					message: index === 0 ? 'The order is paid.' : '',
					email_to: index === 0 ? '' : 'robin@example.test',
				} ) ),
			} )
		);
		show( aClient( { preview } ), { ...SELECTION, ids } );

		const dialog = await screen.findByRole( 'dialog' );
		expect(
			await within( dialog ).findByText(
				'1097 of 1100 will be done. 1097 customers get an e-mail.'
			)
		).toBeVisible();
		expect(
			preview.mock.calls.map( ( [ selection ] ) => selection.ids.length )
		).toEqual( [ 500, 500, 100 ] );
		expect( dialog ).toHaveTextContent( 'The order is paid.3' );
		expect( within( dialog ).getAllByRole( 'listitem' ) ).toHaveLength(
			200
		);
		expect( dialog ).toHaveTextContent(
			'The list shows the first 200 of 1100.'
		);
	} );

	it( 'keeps the loaded previews when a later request fails', async () => {
		const ids = Array.from( { length: 501 }, ( _, index ) => index + 1 );
		const preview = jest
			.fn<
				ReturnType< BatchClient[ 'preview' ] >,
				Parameters< BatchClient[ 'preview' ] >
			>()
			.mockResolvedValueOnce( { ...PREVIEW, previewed: 500 } )
			.mockRejectedValueOnce(
				new ApiError( { code: 'fetch_error', message: 'No answer.' } )
			);
		show( aClient( { preview } ), { ...SELECTION, ids } );

		expect( await screen.findByRole( 'alert' ) ).toHaveTextContent(
			'No answer.'
		);
		expect(
			screen.getByText( /looked at 500 of 501 so far/ )
		).toBeVisible();
	} );

	it( 'sends the same key again after a failure', async () => {
		const user = userEvent.setup();
		const start = jest
			.fn<
				ReturnType< BatchClient[ 'start' ] >,
				Parameters< BatchClient[ 'start' ] >
			>()
			.mockRejectedValueOnce(
				new ApiError( { code: 'fetch_error', message: 'No answer.' } )
			)
			.mockResolvedValue( running() );
		const onDone = jest.fn();
		show( aClient( { start } ), SELECTION, onDone );

		await user.click(
			await screen.findByRole( 'checkbox', { name: /e-mail/ } )
		);
		await user.type(
			screen.getByRole( 'textbox', { name: /Personal message/ } ),
			'Hi'
		);
		await screen.findByText( /1 of 2 will be done/ );
		await user.click( screen.getByRole( 'button', { name: 'Start' } ) );
		expect( await screen.findByRole( 'alert' ) ).toHaveTextContent(
			'No answer.'
		);
		await user.click( screen.getByRole( 'button', { name: 'Start' } ) );

		expect( start.mock.calls[ 1 ] ).toEqual( start.mock.calls[ 0 ] );
		expect( start.mock.calls[ 0 ]?.[ 1 ] ).toEqual( {
			send: true,
			message: 'Hi',
		} );
		expect( onDone ).toHaveBeenCalled();
	} );

	it( 'is not possible when all items are skipped', async () => {
		show(
			aClient( { preview: async () => ( { ...PREVIEW, eligible: 0 } ) } ),
			SELECTION
		);

		await screen.findByText( /0 of 2 will be done/ );
		expect(
			screen.getByRole( 'button', { name: 'Start' } )
		).toHaveAttribute( 'aria-disabled', 'true' );
	} );
} );

describe( 'a running batch', () => {
	it( 'is shown for all users, with its progress', async () => {
		jest.useFakeTimers();
		const list = jest
			.fn< ReturnType< BatchClient[ 'list' ] >, [] >()
			.mockResolvedValueOnce( [ running() ] )
			.mockResolvedValue( [ ENDED ] );
		show( aClient( { list } ) );
		await act( () => jest.advanceTimersByTimeAsync( 0 ) );
		expect( screen.getByRole( 'progressbar' ) ).toHaveValue( 1 );
		expect( screen.getByRole( 'status' ) ).toBeEmptyDOMElement();

		await act( () => jest.advanceTimersByTimeAsync( 2000 ) );
		jest.useRealTimers();

		expect( await screen.findByText( 'Finished' ) ).toBeInTheDocument();
		expect( screen.getByRole( 'status' ) ).toHaveTextContent(
			/^Create payment links: Finished\. 3 of 3/
		);
	} );

	it( 'shows when a paused batch continues', async () => {
		const pausedUntil = new Date( 2026, 10, 26, 14, 5 );
		show(
			aClient( {
				list: async () => [
					running( { paused_until: pausedUntil.toISOString() } ),
				],
			} )
		);

		expect(
			await screen.findByText( /MultiSafepay is busy.* goes on at / )
		).toHaveTextContent( /(14:05|2:05\sPM)$/ );
	} );

	it( 'can be cancelled', async () => {
		const user = userEvent.setup();
		show( aClient( { list: async () => [ running() ] } ) );

		await user.click(
			await screen.findByRole( 'button', { name: 'Cancel' } )
		);

		expect( await screen.findByText( 'Cancelled' ) ).toBeInTheDocument();
		expect( screen.getByRole( 'button', { name: 'Go on' } ) ).toBeVisible();
	} );
} );

describe( 'a finished batch', () => {
	it( 'is hidden when there are newer ones, unlike a running batch', async () => {
		const ended = [ 9, 8, 7, 6, 5 ].map( ( id ) => ( {
			...ENDED,
			id,
			title: `Batch ${ id }`,
		} ) );
		const oldest = running( { id: 4, title: 'Batch 4' } );
		show( aClient( { list: async () => [ ...ended, oldest ] } ) );

		await screen.findByRole( 'group', { name: 'Batch 9' } );
		expect(
			screen
				.getAllByRole( 'group', { name: /^Batch/ } )
				.map( ( card ) => card.getAttribute( 'aria-label' ) )
		).toEqual( [ 'Batch 9', 'Batch 8', 'Batch 7', 'Batch 4' ] );
	} );

	it( 'lists failures with links to their orders, and retries them', async () => {
		const user = userEvent.setup();
		show( aClient( { list: async () => [ ENDED ] } ) );

		expect(
			await screen.findByRole( 'link', { name: '#1002' } )
		).toHaveAttribute( 'href', ENDED.issues[ 0 ]?.edit_url );
		expect(
			screen.getByText( /The order does not exist any more/ )
		).toBeVisible();
		expect( screen.getByRole( 'status' ) ).toHaveTextContent(
			'3 of 3 · 1 done · 1 failed · 1 e-mail not sent'
		);

		await user.click(
			screen.getByRole( 'button', { name: 'Try failures again' } )
		);
		expect( await screen.findByText( 'Running' ) ).toBeInTheDocument();
	} );

	it( 'stays hidden after it was closed', async () => {
		const user = userEvent.setup();
		const client = aClient( { list: async () => [ ENDED ] } );
		const { unmount } = show( client );
		await user.click(
			await screen.findByRole( 'button', { name: 'Close' } )
		);
		expect( screen.queryByRole( 'progressbar' ) ).toBeNull();
		unmount();

		show( client );
		await act( async () => undefined );
		expect( screen.queryByRole( 'progressbar' ) ).toBeNull();
	} );
} );
