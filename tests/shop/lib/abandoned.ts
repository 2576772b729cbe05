import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './files.ts';

/**
 * Removes what processes left that were killed before they could clean up.
 *
 * @param folder Holds entries that bear the id of their process.
 * @param id     Finds that id in a name.
 */
export async function dropAbandoned(
	folder: string,
	id: RegExp
): Promise< void > {
	const names = ( await exists( folder ) ) ? await readdir( folder ) : [];
	for ( const name of names ) {
		const pid = Number( id.exec( name )?.[ 1 ] );
		if ( pid > 0 && ! isAlive( pid ) ) {
			await rm( join( folder, name ), { recursive: true, force: true } );
		}
	}
}

function isAlive( pid: number ): boolean {
	try {
		return process.kill( pid, 0 );
	} catch ( error ) {
		// Somebody else's process is alive too.
		return (
			error instanceof Error && 'code' in error && error.code === 'EPERM'
		);
	}
}
