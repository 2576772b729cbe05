import { ApiError } from '../../shared/api/errors';
import type { Link } from '../../shared/api/schemas';
import { aLink } from '../../shared/test/wire';
import {
	TIMEOUT_MS,
	watchPayment,
	type Watch,
	type WatchUpdate,
} from '../payment-watch';

const fetchLink = jest.fn< Promise< Link >, [ AbortSignal ] >();
const onUpdate = jest.fn< void, [ WatchUpdate ] >();
let watch: Watch;

function start(): void {
	watch = watchPayment( { fetchLink, initialDelay: 2000, onUpdate } );
}

function setHidden( isHidden: boolean ): void {
	Object.defineProperty( document, 'hidden', {
		value: isHidden,
		configurable: true,
	} );
	document.dispatchEvent( new Event( 'visibilitychange' ) );
}

function updateCount( kind: WatchUpdate[ 'kind' ] ): number {
	return onUpdate.mock.calls.filter( ( [ update ] ) => update.kind === kind )
		.length;
}

beforeEach( () => {
	jest.useFakeTimers();
	setHidden( false );
	fetchLink.mockReset().mockResolvedValue( aLink() );
	onUpdate.mockReset();
} );

afterEach( () => {
	watch.stop();
	jest.useRealTimers();
} );

it( 'checks after two seconds, with growing delays of up to 15 seconds', async () => {
	start();
	await jest.advanceTimersByTimeAsync( 1999 );
	expect( fetchLink ).not.toHaveBeenCalled();
	await jest.advanceTimersByTimeAsync( 1 );
	expect( fetchLink ).toHaveBeenCalledTimes( 1 );
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( fetchLink ).toHaveBeenCalledTimes( 2 );

	await jest.advanceTimersByTimeAsync( 120_000 );
	const callsBefore = fetchLink.mock.calls.length;
	await jest.advanceTimersByTimeAsync( 60_000 );
	expect( fetchLink ).toHaveBeenCalledTimes( callsBefore + 4 );
} );

it.each( [ 'completed', 'cancelled', 'expired' ] as const )(
	'stops when the link is %s',
	async ( status ) => {
		start();
		fetchLink.mockResolvedValue( aLink( { status } ) );
		await jest.advanceTimersByTimeAsync( 2000 );
		expect( onUpdate ).toHaveBeenLastCalledWith( {
			kind: 'checked',
			link: aLink( { status } ),
		} );

		watch.checkNow();
		await jest.advanceTimersByTimeAsync( TIMEOUT_MS );
		expect( fetchLink ).toHaveBeenCalledTimes( 1 );
	}
);

it.each( [ 'declined', 'uncleared' ] as const )(
	'continues while the link is %s',
	async ( status ) => {
		fetchLink.mockResolvedValue( aLink( { status } ) );
		start();
		await jest.advanceTimersByTimeAsync( 5000 );

		expect( fetchLink.mock.calls.length ).toBeGreaterThan( 1 );
	}
);

it( 'reports an error and continues', async () => {
	fetchLink.mockRejectedValueOnce(
		new ApiError( { code: 'fetch_error', message: 'No answer.' } )
	);
	start();
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( onUpdate ).toHaveBeenLastCalledWith( {
		kind: 'error',
		message: 'No answer.',
	} );

	await jest.advanceTimersByTimeAsync( 3000 );
	expect( updateCount( 'checked' ) ).toBe( 1 );
} );

it( 'pauses while the page is hidden and checks when it is visible again', async () => {
	start();
	setHidden( true );
	expect( updateCount( 'paused' ) ).toBe( 1 );
	await jest.advanceTimersByTimeAsync( 2 * TIMEOUT_MS );
	expect( fetchLink ).not.toHaveBeenCalled();

	setHidden( false );
	expect( fetchLink ).toHaveBeenCalledTimes( 1 );
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( fetchLink ).toHaveBeenCalledTimes( 2 );
} );

it( 'pauses after the response when the page is hidden during a request', async () => {
	let answer: ( link: Link ) => void = () => undefined;
	fetchLink.mockReturnValueOnce(
		new Promise( ( resolve ) => {
			answer = resolve;
		} )
	);
	start();
	await jest.advanceTimersByTimeAsync( 2000 );
	setHidden( true );
	answer( aLink() );
	await jest.advanceTimersByTimeAsync( 60_000 );

	expect( updateCount( 'checked' ) ).toBe( 1 );
	expect( updateCount( 'paused' ) ).toBe( 1 );
	expect( fetchLink ).toHaveBeenCalledTimes( 1 );
} );

it( 'times out after 15 minutes and can be restarted', async () => {
	start();
	await jest.advanceTimersByTimeAsync( TIMEOUT_MS + 20_000 );
	expect( updateCount( 'timed_out' ) ).toBe( 1 );
	const callsBefore = fetchLink.mock.calls.length;
	await jest.advanceTimersByTimeAsync( TIMEOUT_MS );
	expect( fetchLink ).toHaveBeenCalledTimes( callsBefore );

	watch.checkNow();
	expect( fetchLink ).toHaveBeenCalledTimes( callsBefore + 1 );
	await jest.advanceTimersByTimeAsync( 2000 );
	expect( fetchLink ).toHaveBeenCalledTimes( callsBefore + 2 );
} );

it( 'sends one request at a time', async () => {
	fetchLink.mockReturnValue( new Promise( () => undefined ) );
	start();
	watch.checkNow();
	watch.checkNow();
	await jest.advanceTimersByTimeAsync( 60_000 );

	expect( fetchLink ).toHaveBeenCalledTimes( 1 );
} );

it( 'removes timers and listeners when it is stopped', async () => {
	let answer: ( link: Link ) => void = () => undefined;
	fetchLink.mockReturnValueOnce(
		new Promise( ( resolve ) => {
			answer = resolve;
		} )
	);
	start();
	await jest.advanceTimersByTimeAsync( 2000 );
	watch.stop();
	const update = onUpdate.mock.calls.length;
	expect( fetchLink.mock.calls[ 0 ]?.[ 0 ].aborted ).toBe( true );
	answer( aLink( { status: 'completed' } ) );
	setHidden( true );
	setHidden( false );
	await jest.advanceTimersByTimeAsync( TIMEOUT_MS );

	expect( fetchLink ).toHaveBeenCalledTimes( 1 );
	expect( onUpdate ).toHaveBeenCalledTimes( update );
	expect( jest.getTimerCount() ).toBe( 0 );
} );
