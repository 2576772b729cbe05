import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../shop/lib/paths.ts';
import { packageFiles } from '../package-files.ts';

test( 'the zip has only what a shop needs', async () => {
	const topLevel = new Set(
		( await packageFiles( ROOT ) ).map(
			( file ) => file.split( '/' )[ 0 ] ?? ''
		)
	);
	topLevel.delete( 'build' );

	assert.deepEqual( [ ...topLevel ].sort(), [
		'CHANGELOG.md',
		'LICENSE',
		'README.md',
		'includes',
		'multisafepay-payment-links.php',
	] );
} );

test( 'excluded folders are not searched', async () => {
	const root = await mkdtemp( join( tmpdir(), 'mspl-package-' ) );
	try {
		for ( const file of [
			'plugin.php',
			'build/script.js',
			'build/script.js.map',
			'node_modules/package/build/script.js',
			'tests/plugin.php',
		] ) {
			await mkdir( dirname( join( root, file ) ), { recursive: true } );
			await writeFile( join( root, file ), '' );
		}
		await writeFile(
			join( root, '.distignore' ),
			'.*\nnode_modules\ntests\n*.map\n'
		);

		assert.deepEqual( await packageFiles( root ), [
			'build/script.js',
			'plugin.php',
		] );
	} finally {
		await rm( root, { recursive: true } );
	}
} );
