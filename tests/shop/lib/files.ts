import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat, rename, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attempt, run } from './exec.ts';

export async function readBytes( file: string ): Promise< Uint8Array > {
	return new Uint8Array( await readFile( file ) );
}

export async function exists( path: string ): Promise< boolean > {
	return stat( path ).then(
		() => true,
		() => false
	);
}

/**
 * Returns all files of a folder and its subfolders, sorted. Does not follow links.
 *
 * @param folder    Path.
 * @param isSkipped Whether a subfolder is skipped.
 */
export async function listFiles(
	folder: string,
	isSkipped: ( subfolder: string ) => boolean = () => false
): Promise< string[] > {
	const entries = await readdir( folder, { withFileTypes: true } );
	const files = await Promise.all(
		entries.map( async ( entry ) => {
			const path = join( folder, entry.name );
			if ( entry.isDirectory() ) {
				return isSkipped( path ) ? [] : listFiles( path, isSkipped );
			}
			return entry.isFile() ? [ path ] : [];
		} )
	);
	return files.flat().sort();
}

/** Returns one hash of the names and contents of files and folders. */
export async function hashFiles( paths: readonly string[] ): Promise< string > {
	const hash = createHash( 'sha256' );
	for ( const path of paths ) {
		const info = await stat( path );
		const files = info.isDirectory() ? await listFiles( path ) : [ path ];
		for ( const file of files ) {
			hash.update( file ).update( await readBytes( file ) );
		}
	}
	return hash.digest( 'hex' );
}

/** Copies the content of a folder to a new folder. */
export async function copyTree( from: string, to: string ): Promise< void > {
	await mkdir( dirname( to ), { recursive: true } );
	await run( 'cp', [ '-a', '--reflink=auto', `${ from }/.`, to ] );
}

/** Copies a folder with hard links where the file system supports them. The files must not be changed afterwards. */
export async function linkTree( from: string, to: string ): Promise< void > {
	await mkdir( dirname( to ), { recursive: true } );
	const linked = await attempt( 'cp', [ '-al', `${ from }/.`, to ] );
	if ( linked.code !== 0 ) {
		await rm( to, { recursive: true, force: true } );
		await copyTree( from, to );
	}
}

const creating = new Map< string, Promise< void > >();

/**
 * Creates a folder atomically: others see either nothing or the complete folder, also when two processes create it at
 * the same time. Calls for the same folder in one process share one attempt.
 *
 * @param target Path of the new folder.
 * @param fill   Writes the content into a temporary folder.
 */
export function createOnce(
	target: string,
	fill: ( folder: string ) => Promise< void >
): Promise< void > {
	const started =
		creating.get( target ) ??
		create( target, fill ).finally( () => creating.delete( target ) );
	creating.set( target, started );
	return started;
}

async function create(
	target: string,
	fill: ( folder: string ) => Promise< void >
): Promise< void > {
	const work = `${ target }.${ process.pid }.tmp`;
	await rm( work, { recursive: true, force: true } );
	await mkdir( work, { recursive: true } );
	try {
		await fill( work );
		await rename( work, target ).catch( async ( error: unknown ) => {
			if ( ! ( await exists( target ) ) ) {
				throw error;
			}
		} );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
}
