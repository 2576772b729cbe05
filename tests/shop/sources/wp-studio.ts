import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../lib/exec.ts';
import { exists, createOnce } from '../lib/files.ts';
import { CACHE } from '../lib/paths.ts';
import { logProgress } from '../lib/progress.ts';
import { WP_STUDIO_VERSION } from './versions.ts';

export interface StudioFiles {
	readonly wordpress: string;
	readonly sqlite: string;
	readonly wpCli: string;
}

const INSIDE = 'package/dist/cli/wp-files';

/**
 * Returns WordPress, its SQLite drop-in and WP-CLI from an npm package that contains them. The package is not installed
 * or run.
 */
export async function studioFiles(): Promise< StudioFiles > {
	const folder = join( CACHE, 'wp-studio', WP_STUDIO_VERSION );
	if ( ! ( await exists( folder ) ) ) {
		await createOnce( folder, unpack );
	}
	return {
		wordpress: join( folder, 'wordpress' ),
		sqlite: join( folder, 'sqlite-database-integration' ),
		wpCli: join( folder, 'wp-cli.phar' ),
	};
}

async function unpack( work: string ): Promise< void > {
	logProgress(
		`fetching WordPress with npm pack (wp-studio ${ WP_STUDIO_VERSION })`
	);
	const temporary = await mkdtemp( join( tmpdir(), 'mspl-pack-' ) );
	try {
		await run(
			'npm',
			[ 'pack', `wp-studio@${ WP_STUDIO_VERSION }`, '--silent' ],
			{ cwd: temporary, timeout: 180_000 }
		);
		await run(
			'tar',
			[
				'xzf',
				`wp-studio-${ WP_STUDIO_VERSION }.tgz`,
				`${ INSIDE }/latest/wordpress`,
				`${ INSIDE }/sqlite-database-integration`,
				`${ INSIDE }/wp-cli/wp-cli.phar`,
			],
			{ cwd: temporary }
		);
		const from = join( temporary, INSIDE );
		for ( const path of [
			'latest/wordpress',
			'sqlite-database-integration',
			'wp-cli/wp-cli.phar',
		] ) {
			await run( 'mv', [ join( from, path ), work ] );
		}
	} finally {
		await rm( temporary, { recursive: true, force: true } );
	}
}
