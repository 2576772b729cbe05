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

const pluginFile = ( version: string ): string =>
	`<?php\n/**\n * Plugin Name: WooCommerce\n * Version: ${ version }\n */\n`;

function wooFolder( version: string ): string {
	const folder = join( work, `woo-${ version }` );
	mkdirSync( folder, { recursive: true } );
	writeFileSync( join( folder, 'woocommerce.php' ), pluginFile( version ) );
	return folder;
}

/** In a process of its own, with a cache of its own. */
function find(
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

test( 'a folder that is given is used as it is, and found in the cache later', () => {
	const folder = wooFolder( '10.4.1' );
	assert.deepEqual( find( 'a', { WOOCOMMERCE_DIR: folder } ), {
		kind: 'real',
		version: '10.4.1',
		dir: folder,
	} );

	const later = find( 'a', {} );

	assert.equal( later.version, '10.4.1' );
	assert.ok( later.dir.startsWith( join( work, 'a' ) ), later.dir );
} );

test( 'a zip that is given is unpacked into the cache', () => {
	const zip = join( work, 'woo.zip' );
	const content = new TextEncoder().encode( pluginFile( '10.3.0' ) );
	writeFileSync( zip, zipSync( { 'woocommerce/woocommerce.php': content } ) );

	const found = find( 'b', { WOOCOMMERCE_ZIP: zip } );

	assert.equal( found.kind, 'real' );
	assert.equal( found.version, '10.3.0' );
	assert.equal( find( 'b', {} ).dir, found.dir );
} );

test( 'the pinned version wins over a newer one in the cache', () => {
	find( 'c', { WOOCOMMERCE_DIR: wooFolder( '10.5.0' ) } );
	find( 'c', { WOOCOMMERCE_DIR: wooFolder( '11.0.0' ) } );

	assert.equal( find( 'c', {} ).version, '10.5.0' );
} );

test( 'a zip with a file outside its folder is refused', () => {
	const zip = join( work, 'evil.zip' );
	writeFileSync( zip, zipSync( { '../evil.php': new Uint8Array( [ 1 ] ) } ) );

	assert.throws( () => find( 'd', { WOOCOMMERCE_ZIP: zip } ) );
} );
