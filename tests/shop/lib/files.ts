import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat, rename, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attempt, run } from './exec.ts';

export async function bytesOf( file: string ): Promise< Uint8Array > {
	return new Uint8Array( await readFile( file ) );
}

export async function exists( path: string ): Promise< boolean > {
	return stat( path ).then(
		() => true,
		() => false
	);
}

/** Every file below a folder, sorted, without following links. */
export async function filesBelow( folder: string ): Promise< string[] > {
	const entries = await readdir( folder, {
		recursive: true,
		withFileTypes: true,
	} );
	return entries
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) => join( entry.path, entry.name ) )
		.sort();
}

/** One hash over names and contents of files and folders. */
export async function hashOf( paths: readonly string[] ): Promise< string > {
	const hash = createHash( 'sha256' );
	for ( const path of paths ) {
		const info = await stat( path );
		const files = info.isDirectory() ? await filesBelow( path ) : [ path ];
		for ( const file of files ) {
			hash.update( file ).update( await bytesOf( file ) );
		}
	}
	return hash.digest( 'hex' );
}

/** Copies a folder's content to a new folder. */
export async function copyTree( from: string, to: string ): Promise< void > {
	await mkdir( dirname( to ), { recursive: true } );
	await run( 'cp', [ '-a', '--reflink=auto', `${ from }/.`, to ] );
}

/**
 * Like copyTree, but the files are shared with the original where the file system can: for files nobody writes to.
 *
 * @param from Folder to share.
 * @param to   New folder.
 */
export async function linkTree( from: string, to: string ): Promise< void > {
	await mkdir( dirname( to ), { recursive: true } );
	const linked = await attempt( 'cp', [ '-al', `${ from }/.`, to ] );
	if ( linked.code !== 0 ) {
		await rm( to, { recursive: true, force: true } );
		await copyTree( from, to );
	}
}

/**
 * Makes a folder in one step: readers see nothing or all of it, also when two processes make it at once.
 *
 * @param target Folder to be.
 * @param make   Fills the folder that it is given.
 */
export async function makeOnce(
	target: string,
	make: ( work: string ) => Promise< void >
): Promise< void > {
	const work = `${ target }.${ process.pid }.tmp`;
	await rm( work, { recursive: true, force: true } );
	await mkdir( work, { recursive: true } );
	try {
		await make( work );
		await rename( work, target ).catch( async ( error: unknown ) => {
			if ( ! ( await exists( target ) ) ) {
				throw error;
			}
		} );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
}
