import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { filesBelow } from '../shop/lib/files.ts';
import { PLUGIN_SLUG, ROOT } from '../shop/lib/paths.ts';
import { words } from '../shop/lib/progress.ts';
import { buildPlugin } from '../shop/plugin-build.ts';

/** What a shop needs; everything else is for developers. */
const FOLDERS = [ 'includes', 'build' ] as const;
const FILES = [ `${ PLUGIN_SLUG }.php`, 'README.md', 'CHANGELOG.md' ] as const;

/** A date that every build shares, so that equal sources make equal zips. */
const DATE = new Date( 2026, 0, 1 );

async function pack(): Promise< string > {
	await buildPlugin();
	const below = await Promise.all(
		FOLDERS.map( ( folder ) => filesBelow( join( ROOT, folder ) ) )
	);
	const files = [
		...FILES.map( ( file ) => join( ROOT, file ) ),
		...below.flat(),
	].filter( ( file ) => ! file.endsWith( '.map' ) );
	const entries: Zippable = {};
	for ( const file of files.sort() ) {
		entries[ `${ PLUGIN_SLUG }/${ relative( ROOT, file ) }` ] = [
			new Uint8Array( await readFile( file ) ),
			{ mtime: DATE, level: 9 },
		];
	}
	const zip = join( ROOT, 'artifacts', `${ PLUGIN_SLUG }.zip` );
	await mkdir( join( ROOT, 'artifacts' ), { recursive: true } );
	await writeFile( zip, zipSync( entries ) );
	return zip;
}

pack().then(
	( zip ) => process.stdout.write( `${ relative( ROOT, zip ) }\n` ),
	( error: unknown ) => {
		process.stderr.write( `${ words( error ) }\n` );
		process.exit( 1 );
	}
);
