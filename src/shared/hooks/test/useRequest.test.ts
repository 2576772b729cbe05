import { act, renderHook } from '@testing-library/react';

import { ApiError } from '../../api/errors';
import { useRequest } from '../useRequest';

const FAILURE = new ApiError( { code: 'fetch_error', message: 'No answer.' } );

/** A request that the test answers. */
function deferred() {
	let answer: ( text: string ) => void = () => undefined;
	let fail: ( thrown: unknown ) => void = () => undefined;
	let signal: AbortSignal | undefined;
	const response = new Promise< string >( ( resolve, reject ) => {
		answer = resolve;
		fail = reject;
	} );

	return {
		send: ( given: AbortSignal ) => {
			signal = given;
			return response;
		},
		answer: ( text: string ) => act( async () => answer( text ) ),
		fail: ( thrown: unknown ) => act( async () => fail( thrown ) ),
		isAborted: () => signal?.aborted,
	};
}

function setup() {
	const { result, unmount, rerender } = renderHook( () =>
		useRequest< string >()
	);
	const start = ( { send }: ReturnType< typeof deferred > ) => {
		let outcome: ReturnType< typeof result.current.run >;
		act( () => {
			outcome = result.current.run( send );
		} );
		return () => outcome;
	};

	return { result, unmount, rerender, start };
}

it( 'is idle, then loading, then has the data', async () => {
	const { result, start } = setup();
	const request = deferred();
	expect( result.current.state ).toEqual( { status: 'idle' } );

	const outcome = start( request );
	expect( result.current.state ).toEqual( { status: 'loading' } );

	await request.answer( 'data' );
	expect( result.current.state ).toEqual( {
		status: 'success',
		data: 'data',
	} );
	expect( await outcome() ).toBe( result.current.state );
	expect( request.isAborted() ).toBe( false );
} );

it( 'ignores an older answer that arrives later', async () => {
	const { result, start } = setup();
	const older = deferred();
	const newer = deferred();
	const outcomeOfOlder = start( older );
	start( newer );
	expect( older.isAborted() ).toBe( true );

	await newer.answer( 'newer' );
	await older.answer( 'older' );

	expect( result.current.state ).toEqual( {
		status: 'success',
		data: 'newer',
	} );
	expect( await outcomeOfOlder() ).toEqual( { status: 'idle' } );
} );

it( 'ignores an older failure while the newer request is loading', async () => {
	const { result, start } = setup();
	const older = deferred();
	const newer = deferred();
	start( older );
	start( newer );

	await older.fail( FAILURE );

	expect( result.current.state ).toEqual( { status: 'loading' } );
	expect( newer.isAborted() ).toBe( false );
} );

it( 'aborts the request when it is unmounted', async () => {
	const { unmount, start } = setup();
	const request = deferred();
	const outcome = start( request );

	unmount();
	expect( request.isAborted() ).toBe( true );

	await request.answer( 'data' );
	expect( await outcome() ).toEqual( { status: 'idle' } );
} );

it( 'has the error and can be retried', async () => {
	const { result, start } = setup();
	const first = deferred();
	start( first );
	await first.fail( FAILURE );
	expect( result.current.state ).toEqual( {
		status: 'error',
		error: FAILURE,
	} );

	const second = deferred();
	start( second );
	expect( result.current.state ).toEqual( { status: 'loading' } );
	await second.answer( 'data' );

	expect( result.current.state ).toEqual( {
		status: 'success',
		data: 'data',
	} );
} );

it( 'turns every failure into an ApiError, also one that is thrown synchronously', async () => {
	const { result } = setup();
	await act( async () => {
		await result.current.run( () => {
			throw new TypeError( 'A bug.' );
		} );
	} );

	expect( result.current.state ).toEqual( {
		status: 'error',
		error: expect.objectContaining( { code: 'unknown_error' } ),
	} );
} );

it( 'is idle after a reset and ignores the answer', async () => {
	const { result, start } = setup();
	const request = deferred();
	start( request );

	act( () => result.current.reset() );
	expect( request.isAborted() ).toBe( true );
	await request.answer( 'data' );

	expect( result.current.state ).toEqual( { status: 'idle' } );
} );

it( 'returns the same functions in each render', () => {
	const { result, rerender } = setup();
	const { run, reset } = result.current;
	rerender();

	expect( result.current.run ).toBe( run );
	expect( result.current.reset ).toBe( reset );
} );
