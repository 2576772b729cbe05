import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { bytesOf } from './files.ts';

/**
 * Unpacks a zip.
 *
 * @param data   The zip.
 * @param target Folder that takes its files.
 */
export async function unzip(
	data: Uint8Array,
	target: string
): Promise< void > {
	const base = resolve( target );
	for ( const [ name, content ] of Object.entries( unzipSync( data ) ) ) {
		const path = resolve( base, name );
		if ( ! path.startsWith( base + sep ) ) {
			throw new Error(
				`The zip names a file outside its folder: ${ name }`
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
	await unzip( await bytesOf( file ), target );
}
