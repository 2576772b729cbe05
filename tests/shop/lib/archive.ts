import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { readBytes } from './files.ts';

/** Unpacks a zip. Throws when the zip contains a path outside the target folder. */
export async function unzip(
	data: Uint8Array,
	target: string
): Promise< void > {
	const base = resolve( target );
	for ( const [ name, content ] of Object.entries( unzipSync( data ) ) ) {
		const path = resolve( base, name );
		if ( ! path.startsWith( base + sep ) ) {
			throw new Error(
				`The zip contains a path outside its folder: ${ name }`
			);
		}
		if ( name.endsWith( '/' ) ) {
			await mkdir( path, { recursive: true } );
			continue;
		}
		await mkdir( dirname( path ), { recursive: true } );
		await writeFile( path, content );
	}
}

export async function unzipFile(
	file: string,
	target: string
): Promise< void > {
	await unzip( await readBytes( file ), target );
}
