import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzip } from '../lib/archive.ts';
import { download } from '../lib/download.ts';
import { copyTree, exists, makeOnce } from '../lib/files.ts';
import { CACHE } from '../lib/paths.ts';
import { say, words } from '../lib/progress.ts';
import { SQLITE_INTEGRATION_VERSION } from './versions.ts';
import { studioFiles } from './wp-studio.ts';

const NAME = 'sqlite-database-integration';

/** Folder of the SQLite drop-in: the cache, the npm package, the public download. */
export async function findSqliteIntegration(): Promise< string > {
	const cached = join( CACHE, NAME, SQLITE_INTEGRATION_VERSION );
	if ( ! ( await exists( join( cached, 'db.copy' ) ) ) ) {
		// The npm package comes first: it is pinned by npm's integrity check, the public zip has no checksum.
		await makeOnce( cached, async ( work ) => {
			try {
				await copyTree( ( await studioFiles() ).sqlite, work );
			} catch ( error ) {
				say( `no SQLite drop-in from npm: ${ words( error ) }` );
				await fetchPublic( work );
			}
		} );
	}
	return cached;
}

async function fetchPublic( work: string ): Promise< void > {
	const url = `https://downloads.wordpress.org/plugin/${ NAME }.${ SQLITE_INTEGRATION_VERSION }.zip`;
	await unzip( await download( url ), join( work, 'zip' ) );
	await copyTree( join( work, 'zip', NAME ), work );
	await rm( join( work, 'zip' ), { recursive: true } );
}
