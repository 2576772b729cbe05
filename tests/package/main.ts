import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { PLUGIN_SLUG, ROOT } from '../shop/lib/paths.ts';
import { errorMessage } from '../shop/lib/progress.ts';
import { buildPlugin } from '../shop/plugin-build.ts';
import { packageFiles } from './package-files.ts';

/** A fixed date, so that the same sources always produce the same zip. */
const FILE_DATE = new Date( 2026, 0, 1 );

async function createZip(): Promise< string > {
	await buildPlugin();
	const entries: Zippable = {};
	for ( const file of await packageFiles( ROOT ) ) {
		entries[ `${ PLUGIN_SLUG }/${ file }` ] = [
			new Uint8Array( await readFile( join( ROOT, file ) ) ),
			{ mtime: FILE_DATE, level: 9 },
		];
	}
	const zip = join( ROOT, 'artifacts', `${ PLUGIN_SLUG }.zip` );
	await mkdir( join( ROOT, 'artifacts' ), { recursive: true } );
	await writeFile( zip, zipSync( entries ) );
	return zip;
}

createZip().then(
	( zip ) => process.stdout.write( `${ relative( ROOT, zip ) }\n` ),
	( error: unknown ) => {
		process.stderr.write( `${ errorMessage( error ) }\n` );
		process.exit( 1 );
	}
);
