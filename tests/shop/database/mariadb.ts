import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, type Cleanup } from '../lib/children.ts';
import { attempt, run, which } from '../lib/exec.ts';
import { until } from '../lib/network.ts';

export const DATABASE = 'wordpress';

/** A start copies these files, so they had better be small. */
const SMALL = [
	'--innodb-log-file-size=4M',
	'--aria-log-file-size=8M',
] as const;

/** One private database server on one data folder, reachable through its socket only. */
export class MariaDb {
	private constructor(
		readonly socket: string,
		private readonly server: Child
	) {}

	/**
	 * Makes a data folder with an empty database.
	 *
	 * @param datadir Folder that does not exist yet.
	 */
	static async prepare( datadir: string ): Promise< void > {
		const folder = await ownFolder();
		await run( await program( 'mariadb-install-db' ), [
			'--no-defaults',
			`--datadir=${ datadir }`,
			`--tmpdir=${ folder }`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
			...SMALL,
			...asRoot(),
		] );
		await rm( folder, { recursive: true, force: true } );
		const server = await MariaDb.start( datadir );
		await server.query(
			`CREATE DATABASE ${ DATABASE } CHARACTER SET utf8mb4`
		);
		await server.stop();
	}

	/**
	 * Starts the server and waits until it answers.
	 *
	 * @param datadir Prepared data folder.
	 * @param cleanup Takes what stops it, where its maker does not.
	 */
	static async start(
		datadir: string,
		cleanup?: Cleanup
	): Promise< MariaDb > {
		const folder = await ownFolder();
		const socket = join( folder, 'mysql.sock' );
		const server = new Child(
			'mariadbd',
			await program( 'mariadbd' ),
			[
				'--no-defaults',
				`--datadir=${ datadir }`,
				`--socket=${ socket }`,
				`--pid-file=${ join( folder, 'pid' ) }`,
				// A server that starts deletes every temporary table in this folder, also those of others.
				`--tmpdir=${ folder }`,
				'--skip-networking',
				...SMALL,
				'--innodb-flush-log-at-trx-commit=0',
				'--max-connections=100',
				...asRoot(),
			],
			{ log: join( folder, 'server.log' ) }
		);
		const database = new MariaDb( socket, server );
		cleanup?.add( () => database.stop() );
		await until(
			async () => {
				if ( server.ended ) {
					throw new Error(
						`mariadbd ended; see ${ folder }/server.log`
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
			throw new Error( `MariaDB refuses: ${ sql }` );
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

/** Not beside the data: a socket's path has room for some 100 characters. */
function ownFolder(): Promise< string > {
	return mkdtemp( join( tmpdir(), 'mspl-db-' ) );
}

function asRoot(): string[] {
	return process.getuid?.() === 0 ? [ '--user=root' ] : [];
}

async function program( name: string ): Promise< string > {
	const path = await which( name );
	if ( path === null ) {
		throw new Error( `${ name } is missing` );
	}
	return path;
}
