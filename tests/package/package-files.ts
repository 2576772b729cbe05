import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ignore from 'ignore';
import { listFiles } from '../shop/lib/files.ts';

/**
 * Returns the files that belong into the plugin's zip, relative to the root and sorted: all that `.distignore` does not
 * exclude. WP-CLI reads the same file.
 *
 * @param root Folder of the checkout.
 */
export async function packageFiles( root: string ): Promise< string[] > {
	const excluded = ignore().add(
		await readFile( join( root, '.distignore' ), 'utf8' )
	);
	const files = (
		await listFiles( root, ( folder ) =>
			excluded.ignores( `${ relative( root, folder ) }/` )
		)
	).map( ( file ) => relative( root, file ) );
	return excluded.filter( files ).sort();
}
