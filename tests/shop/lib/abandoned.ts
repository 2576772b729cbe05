import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './files.ts';

/**
 * Removes files of processes that were killed before they could clean up.
 *
 * @param folder  Folder whose entries contain the ID of their process.
 * @param pattern Captures that ID in a name.
 */
export async function removeAbandoned(
	folder: string,
	pattern: RegExp
): Promise< void > {
	const entries = ( await exists( folder ) ) ? await readdir( folder ) : [];
	for ( const entry of entries ) {
		const pid = Number( pattern.exec( entry )?.[ 1 ] );
		if ( pid > 0 && ! isAlive( pid ) ) {
			await rm( join( folder, entry ), { recursive: true, force: true } );
		}
	}
}

function isAlive( pid: number ): boolean {
	try {
		return process.kill( pid, 0 );
	} catch ( error ) {
		// EPERM means that the process of another user is running.
		return (
			error instanceof Error && 'code' in error && error.code === 'EPERM'
		);
	}
}
