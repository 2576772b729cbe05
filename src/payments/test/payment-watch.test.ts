import { ApiError } from '../api/errors';
import type { Link } from '../api/schemas';
import { aLink } from '../test/wire';
import {
	GIVES_UP_AFTER,
	watchPayment,
	type Watch,
	type WatchNews,
} from './payment-watch';

const ask = jest.fn< Promise< Link >, [ AbortSignal ] >();
const tell = jest.fn< void, [ WatchNews ] >();
let watch: Watch;

function start(): void {
	watch = watchPayment( { ask, firstDelay: 2000, tell } );
}

function setHidden( isHidden: boolean ): void {
	Object.defineProperty( document, 'hidden', {
		value: isHidden,
		configurable: true,
	} );
	document.dispatchEvent( new Event( 'visibilitychange' ) );
}

function told( kind: WatchNews[ 'kind' ] ): number {
	return tell.mock.calls.filter( ( [ news ] ) => news.kind === kind ).length;
}

beforeEach( () => {
	jest.useFakeTimers();
	setHidden( false );
	ask.mockReset().mockResolvedValue( aLink() );
	tell.mockReset();
} );

afterEach( () => {
	watch.stop();
	jest.useRealTimers();
} );

it( 'asks after two seconds, then ever less often, down to every fifteen', async () => {
	start();
	await jest.advanceTimersByTimeAsync( 1999 );
	expect( ask ).not.toHaveBeenCalled();
	await jest.advanceTimersByTimeAsync( 1 );
	expect( ask ).toHaveBeenCalledTimes( 1 );
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( ask ).toHaveBeenCalledTimes( 2 );

	await jest.advanceTimersByTimeAsync( 120_000 );
	const soFar = ask.mock.calls.length;
	await jest.advanceTimersByTimeAsync( 60_000 );
	expect( ask ).toHaveBeenCalledTimes( soFar + 4 );
} );

it.each( [ 'completed', 'cancelled', 'expired' ] as const )(
	'stops when the link is %s',
	async ( status ) => {
		start();
		ask.mockResolvedValue( aLink( { status } ) );
		await jest.advanceTimersByTimeAsync( 2000 );
		expect( tell ).toHaveBeenLastCalledWith( {
			kind: 'answer',
			link: aLink( { status } ),
		} );

		watch.checkNow();
		await jest.advanceTimersByTimeAsync( GIVES_UP_AFTER );
		expect( ask ).toHaveBeenCalledTimes( 1 );
	}
);

it.each( [ 'declined', 'uncleared' ] as const )(
	'goes on while the link is %s',
	async ( status ) => {
		ask.mockResolvedValue( aLink( { status } ) );
		start();
		await jest.advanceTimersByTimeAsync( 5000 );

		expect( ask.mock.calls.length ).toBeGreaterThan( 1 );
	}
);

it( 'tells of an error and goes on', async () => {
	ask.mockRejectedValueOnce(
		new ApiError( { code: 'fetch_error', message: 'No answer.' } )
	);
	start();
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( tell ).toHaveBeenLastCalledWith( {
		kind: 'error',
		message: 'No answer.',
	} );

	await jest.advanceTimersByTimeAsync( 3000 );
	expect( told( 'answer' ) ).toBe( 1 );
} );

it( 'asks nothing while nobody sees the page, and at once when somebody does', async () => {
	start();
	setHidden( true );
	expect( told( 'paused' ) ).toBe( 1 );
	await jest.advanceTimersByTimeAsync( 2 * GIVES_UP_AFTER );
	expect( ask ).not.toHaveBeenCalled();

	setHidden( false );
	expect( ask ).toHaveBeenCalledTimes( 1 );
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( ask ).toHaveBeenCalledTimes( 2 );
} );

it( 'pauses after the answer when the page is hidden while it asks', async () => {
	let answer: ( link: Link ) => void = () => undefined;
	ask.mockReturnValueOnce(
		new Promise( ( resolve ) => {
			answer = resolve;
		} )
	);
	start();
	await jest.advanceTimersByTimeAsync( 2000 );
	setHidden( true );
	answer( aLink() );
	await jest.advanceTimersByTimeAsync( 60_000 );

	expect( told( 'answer' ) ).toBe( 1 );
	expect( told( 'paused' ) ).toBe( 1 );
	expect( ask ).toHaveBeenCalledTimes( 1 );
} );

it( 'gives up after a quarter of an hour, and starts over when asked to', async () => {
	start();
	await jest.advanceTimersByTimeAsync( GIVES_UP_AFTER + 20_000 );
	expect( told( 'gave_up' ) ).toBe( 1 );
	const soFar = ask.mock.calls.length;
	await jest.advanceTimersByTimeAsync( GIVES_UP_AFTER );
	expect( ask ).toHaveBeenCalledTimes( soFar );

	watch.checkNow();
	expect( ask ).toHaveBeenCalledTimes( soFar + 1 );
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( ask ).toHaveBeenCalledTimes( soFar + 2 );
} );

it( 'never asks twice at the same time', async () => {
	ask.mockReturnValue( new Promise( () => undefined ) );
	start();
	watch.checkNow();
	watch.checkNow();
	await jest.advanceTimersByTimeAsync( 60_000 );

	expect( ask ).toHaveBeenCalledTimes( 1 );
} );

it( 'lets go of everything when it is stopped', async () => {
	let answer: ( link: Link ) => void = () => undefined;
	ask.mockReturnValueOnce(
		new Promise( ( resolve ) => {
			answer = resolve;
		} )
	);
	start();
	await jest.advanceTimersByTimeAsync( 2000 );
	watch.stop();
	const news = tell.mock.calls.length;
	expect( ask.mock.calls[ 0 ]?.[ 0 ].aborted ).toBe( true );
	answer( aLink( { status: 'completed' } ) );
	setHidden( true );
	setHidden( false );
	await jest.advanceTimersByTimeAsync( GIVES_UP_AFTER );

	expect( ask ).toHaveBeenCalledTimes( 1 );
	expect( tell ).toHaveBeenCalledTimes( news );
	expect( jest.getTimerCount() ).toBe( 0 );
} );
