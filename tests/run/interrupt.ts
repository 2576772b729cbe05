import { Cleanup } from '../shop/lib/children.ts';

/** Exit code of a program that was stopped with Ctrl-C. */
const INTERRUPTED = 130;

const active = new Set< Cleanup >();

function stopAll(): void {
	const all = [ ...active ].map( ( cleanup ) => cleanup.run() );
	void Promise.all( all ).then( () => process.exit( INTERRUPTED ) );
}

/** Runs `work` and then its cleanup, also when the run is interrupted. */
export async function withCleanup< Result >(
	work: ( cleanup: Cleanup ) => Promise< Result >
): Promise< Result > {
	if ( process.listenerCount( 'SIGINT' ) === 0 ) {
		process.on( 'SIGINT', stopAll ).on( 'SIGTERM', stopAll );
	}
	const cleanup = new Cleanup();
	active.add( cleanup );
	try {
		return await work( cleanup );
	} finally {
		await cleanup.run();
		active.delete( cleanup );
	}
}
