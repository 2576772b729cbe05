import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzip } from '../lib/archive.ts';
import { download } from '../lib/download.ts';
import { copyTree, exists, createOnce } from '../lib/files.ts';
import { CACHE } from '../lib/paths.ts';
import { logProgress, errorMessage } from '../lib/progress.ts';
import { SQLITE_INTEGRATION_VERSION } from './versions.ts';
import { studioFiles } from './wp-studio.ts';

const NAME = 'sqlite-database-integration';

/** Returns the folder of the SQLite drop-in: from the cache, the npm package or the public download. */
export async function findSqliteIntegration(): Promise< string > {
	const cached = join( CACHE, NAME, SQLITE_INTEGRATION_VERSION );
	if ( ! ( await exists( join( cached, 'db.copy' ) ) ) ) {
		// The npm package comes first because npm verifies its integrity; the public zip has no checksum.
		await createOnce( cached, async ( work ) => {
			try {
				await copyTree( ( await studioFiles() ).sqlite, work );
			} catch ( error ) {
				logProgress(
					`no SQLite drop-in from npm: ${ errorMessage( error ) }`
				);
				await downloadPublic( work );
			}
		} );
	}
	return cached;
}

async function downloadPublic( work: string ): Promise< void > {
	const url = `https://downloads.wordpress.org/plugin/${ NAME }.${ SQLITE_INTEGRATION_VERSION }.zip`;
	await unzip( await download( url ), join( work, 'zip' ) );
	await copyTree( join( work, 'zip', NAME ), work );
	await rm( join( work, 'zip' ), { recursive: true } );
}
