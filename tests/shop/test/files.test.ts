import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createOnce } from '../lib/files.ts';

test( 'suites that need the same folder at the same time create it once', async () => {
	const work = await mkdtemp( join( tmpdir(), 'mspl-files-' ) );
	const target = join( work, 'folder' );
	let count = 0;
	const fill = async ( folder: string ): Promise< void > => {
		count += 1;
		await writeFile( join( folder, 'file' ), `attempt ${ count }` );
	};
	await Promise.all( [
		createOnce( target, fill ),
		createOnce( target, fill ),
	] );
	assert.equal(
		await readFile( join( target, 'file' ), 'utf8' ),
		'attempt 1'
	);
	assert.deepEqual( await readdir( work ), [ 'folder' ] );
	await rm( work, { recursive: true } );
} );
