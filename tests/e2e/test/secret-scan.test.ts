import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
	readText,
	readFolder,
	findSecret,
	type Place,
} from '../support/secret-scan.ts';

const SECRET = 'a-key-of-a-site';
const MARK = 'the-mark';

const work = mkdtempSync( join( tmpdir(), 'mspl-left-behind-' ) );
after( () => rmSync( work, { recursive: true } ) );

/** Files of a run: logs, e-mails and notes, each with the mark. */
async function run(
	name: string,
	more: { log?: string; mail?: string; note?: string }
): Promise< readonly Place[] > {
	const logs = join( work, name, 'logs' );
	const emails = join( work, name, 'mails' );
	mkdirSync( logs, { recursive: true } );
	writeFileSync( join( logs, 'a.log' ), `Started ${ more.log ?? '' }\n` );
	writeFileSync( join( logs, 'b.log' ), `${ MARK }\n` );
	writeFileSync( emails, `${ MARK }\nHello ${ more.mail ?? '' }\n` );
	return [
		{ name: 'logs', texts: await readFolder( logs ) },
		{ name: 'mails', texts: [ await readText( emails ) ] },
		{
			name: 'notes',
			texts: [ MARK, `Paid ${ more.note ?? '' }` ].map( ( text ) => ( {
				where: 'a note',
				text,
			} ) ),
		},
	];
}

test( 'finds no secret in a clean run', async () => {
	const places = await run( 'clean', {} );
	assert.deepEqual( findSecret( SECRET, MARK, places ), [] );
} );

test( 'finds a secret in a log, an e-mail or a note', async () => {
	const planted = `with ${ SECRET }.`;
	assert.deepEqual(
		findSecret( SECRET, MARK, await run( 'log', { log: planted } ) ),
		[ join( work, 'log/logs/a.log' ) ]
	);
	assert.deepEqual(
		findSecret( SECRET, MARK, await run( 'mail', { mail: planted } ) ),
		[ join( work, 'mail/mails' ) ]
	);
	assert.deepEqual(
		findSecret( SECRET, MARK, await run( 'note', { note: planted } ) ),
		[ 'a note' ]
	);
} );

test( 'throws if a folder or a file is missing', async () => {
	await assert.rejects( readFolder( join( work, 'nowhere' ) ), /ENOENT/ );
	await assert.rejects( readText( join( work, 'nowhere.log' ) ), /ENOENT/ );
} );

test( 'throws if a place is not covered', () => {
	const places = [
		{ name: 'notes', texts: [ { where: 'a note', text: MARK } ] },
		{ name: 'logs', texts: [ { where: 'old.log', text: 'Started' } ] },
		{ name: 'mails', texts: [] },
	];
	assert.throws(
		() => findSecret( SECRET, MARK, places ),
		/does not see what the shop writes to logs, mails$/
	);
} );
