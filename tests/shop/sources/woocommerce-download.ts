import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { unzip } from '../lib/archive.ts';
import { download } from '../lib/download.ts';
import { readBytes, copyTree, listFiles } from '../lib/files.ts';
import { WOOCOMMERCE_VERSION } from './versions.ts';

const HOST = 'https://downloads.wordpress.org';

// A file can have several published hashes when WordPress.org repacked it.
const oneOrMore = z.union( [ z.string(), z.array( z.string() ) ] );
const checksumsSchema = z.object( {
	files: z.record( z.string(), z.object( { sha256: oneOrMore } ) ),
} );

/** Downloads WooCommerce into a folder and verifies each file with the published checksums. */
export async function downloadWooCommerce( work: string ): Promise< void > {
	const sums = await download(
		`${ HOST }/plugin-checksums/woocommerce/${ WOOCOMMERCE_VERSION }.json`
	);
	const zip = await download(
		`${ HOST }/plugin/woocommerce.${ WOOCOMMERCE_VERSION }.zip`
	);
	const unpacked = join( work, 'zip' );
	await unzip( zip, unpacked );
	const dir = join( unpacked, 'woocommerce' );
	const published: unknown = JSON.parse(
		Buffer.from( sums ).toString( 'utf8' )
	);
	await verify( dir, checksumsSchema.parse( published ).files );
	await copyTree( dir, work );
	await rm( unpacked, { recursive: true } );
}

async function verify(
	dir: string,
	expected: z.infer< typeof checksumsSchema >[ 'files' ]
): Promise< void > {
	for ( const file of await listFiles( dir ) ) {
		const name = relative( dir, file );
		const actual = createHash( 'sha256' )
			.update( await readBytes( file ) )
			.digest( 'hex' );
		if ( ! [ expected[ name ]?.sha256 ].flat().includes( actual ) ) {
			throw new Error(
				`woocommerce/${ name } does not match its checksum`
			);
		}
	}
}
