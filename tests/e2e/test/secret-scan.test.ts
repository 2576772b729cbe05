import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
	fileText,
	folderTexts,
	placesOf,
	type Place,
} from '../fixtures/left-behind.ts';

const SECRET = 'a-key-of-a-site';
const MARK = 'the-mark';

const work = mkdtempSync( join( tmpdir(), 'mspl-left-behind-' ) );
after( () => rmSync( work, { recursive: true } ) );

/** What a run leaves: a folder of logs, a file of mails, notes; each with the mark and something more. */
async function run(
	name: string,
	more: { log?: string; mail?: string; note?: string }
): Promise< readonly Place[] > {
	const logs = join( work, name, 'logs' );
	const mails = join( work, name, 'mails' );
	mkdirSync( logs, { recursive: true } );
	writeFileSync( join( logs, 'a.log' ), `Started ${ more.log ?? '' }\n` );
	writeFileSync( join( logs, 'b.log' ), `${ MARK }\n` );
	writeFileSync( mails, `${ MARK }\nHello ${ more.mail ?? '' }\n` );
	return [
		{ name: 'logs', kept: await folderTexts( logs ) },
		{ name: 'mails', kept: [ await fileText( mails ) ] },
		{
			name: 'notes',
			kept: [ MARK, `Paid ${ more.note ?? '' }` ].map( ( text ) => ( {
				where: 'a note',
				text,
			} ) ),
		},
	];
}

test( 'a run that kept the key to itself has no place of it', async () => {
	const places = await run( 'clean', {} );
	assert.deepEqual( placesOf( SECRET, MARK, places ), [] );
} );

test( 'a key in a log, in a mail or in a note is found there', async () => {
	const planted = `with ${ SECRET }.`;
	assert.deepEqual(
		placesOf( SECRET, MARK, await run( 'log', { log: planted } ) ),
		[ join( work, 'log/logs/a.log' ) ]
	);
	assert.deepEqual(
		placesOf( SECRET, MARK, await run( 'mail', { mail: planted } ) ),
		[ join( work, 'mail/mails' ) ]
	);
	assert.deepEqual(
		placesOf( SECRET, MARK, await run( 'note', { note: planted } ) ),
		[ 'a note' ]
	);
} );

test( 'a folder or a file that is not there is an error', async () => {
	await assert.rejects( folderTexts( join( work, 'nowhere' ) ), /ENOENT/ );
	await assert.rejects( fileText( join( work, 'nowhere.log' ) ), /ENOENT/ );
} );

test( 'a place that the shop does not write to is an error', () => {
	const places = [
		{ name: 'notes', kept: [ { where: 'a note', text: MARK } ] },
		{ name: 'logs', kept: [ { where: 'old.log', text: 'Started' } ] },
		{ name: 'mails', kept: [] },
	];
	assert.throws(
		() => placesOf( SECRET, MARK, places ),
		/does not see what the shop writes to logs, mails$/
	);
} );
