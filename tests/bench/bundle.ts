import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../shop/lib/paths.ts';

export interface BundleFile {
	readonly file: string;
	readonly bytes: number;
	readonly gzip_bytes: number;
}

/** Returns the sizes of the scripts and stylesheets that wp-scripts built. */
export async function bundleSizes(): Promise< BundleFile[] > {
	const folder = join( ROOT, 'build' );
	const fileNames = ( await readdir( folder ) ).filter( ( name ) =>
		/(?<!-rtl)\.(js|css)$/.test( name )
	);
	return Promise.all(
		fileNames.sort().map( async ( file ) => {
			const content = await readFile( join( folder, file ) );
			return {
				file,
				bytes: content.length,
				gzip_bytes: gzipSync( new Uint8Array( content ), { level: 9 } )
					.length,
			};
		} )
	);
}
