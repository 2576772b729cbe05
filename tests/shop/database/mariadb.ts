import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, type Cleanup } from '../lib/children.ts';
import { attempt, run, which } from '../lib/exec.ts';
import { waitUntil } from '../lib/network.ts';

export const DATABASE = 'wordpress';

/** These files are copied for each start, so they are small. */
const SMALL_LOG_FILES = [
	'--innodb-log-file-size=4M',
	'--aria-log-file-size=8M',
] as const;

/** A private database server on one data folder. It is reachable through its socket only. */
export class MariaDb {
	private constructor(
		readonly socket: string,
		private readonly server: Child
	) {}

	/** Creates a data folder with an empty database. The folder must not exist yet. */
	static async prepare( datadir: string ): Promise< void > {
		const folder = await createFolder();
		await run( await requireProgram( 'mariadb-install-db' ), [
			'--no-defaults',
			`--datadir=${ datadir }`,
			`--tmpdir=${ folder }`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
			...SMALL_LOG_FILES,
			...rootOptions(),
		] );
		await rm( folder, { recursive: true, force: true } );
		const server = await MariaDb.start( datadir );
		await server.query(
			`CREATE DATABASE ${ DATABASE } CHARACTER SET utf8mb4`
		);
		await server.stop();
	}

	/** Starts the server and waits until it accepts queries. */
	static async start(
		datadir: string,
		cleanup?: Cleanup
	): Promise< MariaDb > {
		const folder = await createFolder();
		const socket = join( folder, 'mysql.sock' );
		const server = new Child(
			'mariadbd',
			await requireProgram( 'mariadbd' ),
			[
				'--no-defaults',
				`--datadir=${ datadir }`,
				`--socket=${ socket }`,
				`--pid-file=${ join( folder, 'pid' ) }`,
				// A server deletes all temporary tables in this folder when it starts, also those of other servers.
				`--tmpdir=${ folder }`,
				'--skip-networking',
				...SMALL_LOG_FILES,
				// Data of a shop for tests need not survive a crash of the machine.
				'--innodb-flush-log-at-trx-commit=0',
				'--innodb-flush-method=nosync',
				'--innodb-doublewrite=0',
				'--sync-frm=0',
				'--max-connections=100',
				...rootOptions(),
			],
			{ log: join( folder, 'server.log' ) }
		);
		const database = new MariaDb( socket, server );
		cleanup?.add( () => database.stop() );
		await waitUntil(
			async () => {
				if ( server.hasEnded ) {
					throw new Error(
						`mariadbd stopped; see ${ folder }/server.log`
					);
				}
				return ( await database.#client( 'select 1' ) ) === 0;
			},
			30,
			'MariaDB'
		);
		return database;
	}

	async query( sql: string ): Promise< void > {
		if ( ( await this.#client( sql ) ) !== 0 ) {
			throw new Error( `MariaDB rejected the query: ${ sql }` );
		}
	}

	async stop(): Promise< void > {
		await this.server.stop();
		await rm( join( this.socket, '..' ), { recursive: true, force: true } );
	}

	async #client( sql: string ): Promise< number > {
		const outcome = await attempt( 'mariadb', [
			'--no-defaults',
			`--socket=${ this.socket }`,
			'--user=root',
			`--execute=${ sql }`,
		] );
		return outcome.code;
	}
}

/** A temporary folder keeps the socket's path below its limit of about 100 characters. */
function createFolder(): Promise< string > {
	return mkdtemp( join( tmpdir(), 'mspl-db-' ) );
}

function rootOptions(): string[] {
	return process.getuid?.() === 0 ? [ '--user=root' ] : [];
}

async function requireProgram( name: string ): Promise< string > {
	const path = await which( name );
	if ( path === null ) {
		throw new Error( `${ name } is missing` );
	}
	return path;
}
