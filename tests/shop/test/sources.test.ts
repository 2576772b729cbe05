import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { ROOT } from '../lib/paths.ts';

const PROGRAM = `
const { findWooCommerce } = await import( './tests/shop/sources/woocommerce.ts' );
console.log( JSON.stringify( await findWooCommerce() ) );
`;

const foundSchema = z.object( {
	kind: z.enum( [ 'real', 'stand-in' ] ),
	version: z.string(),
	dir: z.string(),
} );

const work = mkdtempSync( join( tmpdir(), 'mspl-sources-' ) );
after( () => rmSync( work, { recursive: true } ) );

const pluginHeader = ( version: string ): string =>
	`<?php\n/**\n * Plugin Name: WooCommerce\n * Version: ${ version }\n */\n`;

function createWooFolder( version: string ): string {
	const folder = join( work, `woo-${ version }` );
	mkdirSync( folder, { recursive: true } );
	writeFileSync( join( folder, 'woocommerce.php' ), pluginHeader( version ) );
	return folder;
}

/** Runs in a separate process with its own cache. */
function findInProcess(
	cache: string,
	variables: Record< string, string >
): z.infer< typeof foundSchema > {
	const output = execFileSync(
		process.execPath,
		[ '--import', 'tsx', '--input-type=module', '--eval', PROGRAM ],
		{
			cwd: ROOT,
			encoding: 'utf8',
			stdio: [ 'ignore', 'pipe', 'ignore' ],
			env: {
				...process.env,
				WOOCOMMERCE_DIR: '',
				WOOCOMMERCE_ZIP: '',
				XDG_CACHE_HOME: join( work, cache ),
				...variables,
			},
		}
	);
	return foundSchema.parse( JSON.parse( output ) );
}

test( 'a configured folder is used directly and is available from the cache later', () => {
	const folder = createWooFolder( '10.4.1' );
	assert.deepEqual( findInProcess( 'a', { WOOCOMMERCE_DIR: folder } ), {
		kind: 'real',
		version: '10.4.1',
		dir: folder,
	} );

	const later = findInProcess( 'a', {} );

	assert.equal( later.version, '10.4.1' );
	assert.ok( later.dir.startsWith( join( work, 'a' ) ), later.dir );
} );

test( 'a configured zip is unpacked into the cache', () => {
	const zip = join( work, 'woo.zip' );
	const content = new TextEncoder().encode( pluginHeader( '10.3.0' ) );
	writeFileSync( zip, zipSync( { 'woocommerce/woocommerce.php': content } ) );

	const found = findInProcess( 'b', { WOOCOMMERCE_ZIP: zip } );

	assert.equal( found.kind, 'real' );
	assert.equal( found.version, '10.3.0' );
	assert.equal( findInProcess( 'b', {} ).dir, found.dir );
} );

test( 'the pinned version has priority over a newer version in the cache', () => {
	findInProcess( 'c', { WOOCOMMERCE_DIR: createWooFolder( '10.5.0' ) } );
	findInProcess( 'c', { WOOCOMMERCE_DIR: createWooFolder( '11.0.0' ) } );

	assert.equal( findInProcess( 'c', {} ).version, '10.5.0' );
} );

test( 'a zip with a path outside its folder is rejected', () => {
	const zip = join( work, 'evil.zip' );
	writeFileSync( zip, zipSync( { '../evil.php': new Uint8Array( [ 1 ] ) } ) );

	assert.throws( () => findInProcess( 'd', { WOOCOMMERCE_ZIP: zip } ) );
} );
