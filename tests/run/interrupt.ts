import { Cleanup } from '../shop/lib/children.ts';

/** Exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

const live = new Set< Cleanup >();

function stopAll(): void {
	const all = [ ...live ].map( ( cleanup ) => cleanup.run() );
	void Promise.all( all ).then( () => process.exit( INTERRUPTED ) );
}

/**
 * Runs `work` and then what it left to undo, also when the run is interrupted.
 *
 * @param work Gets the list of things to undo.
 */
export async function withCleanup< Result >(
	work: ( cleanup: Cleanup ) => Promise< Result >
): Promise< Result > {
	if ( process.listenerCount( 'SIGINT' ) === 0 ) {
		process.on( 'SIGINT', stopAll ).on( 'SIGTERM', stopAll );
	}
	const cleanup = new Cleanup();
	live.add( cleanup );
	try {
		return await work( cleanup );
	} finally {
		await cleanup.run();
		live.delete( cleanup );
	}
}
