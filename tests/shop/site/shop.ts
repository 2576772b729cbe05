import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MariaDb } from '../database/mariadb.ts';
import type { Cleanup } from '../lib/children.ts';
import { removeAbandoned } from '../lib/abandoned.ts';
import { copyTree, linkTree } from '../lib/files.ts';
import { freePort } from '../lib/network.ts';
import { CACHE, PLUGIN_SLUG } from '../lib/paths.ts';
import { linkPlugin, linkWooCommerce } from './assemble.ts';
import { runScript } from './php.ts';
import { startServer } from './server.ts';
import { ensureSnapshot } from './snapshot.ts';
import { siteFolders, type Recipe, type SiteFolders } from './types.ts';
import { writeConfig } from './wp-config.ts';

const RUNNING = join( CACHE, 'running' );

const factsSchema = z.object( {
	/** Order ID by purpose, see seed/orders.php. */
	orders: z.record( z.string(), z.int() ),
	ready: z.int(),
} );

type ShopFacts = z.infer< typeof factsSchema >;

export interface ShopOptions {
	readonly recipe: Recipe;
	/** Port of the shop. By default a free port. */
	readonly port?: number;
	readonly workers: number;
	readonly cron: boolean;
	/** Environment of the PHP processes that serve pages. */
	readonly env: Readonly< Record< string, string > >;
	/** Test API key to store in the plugin's settings, or null. */
	readonly storedKey: string | null;
	/**
	 * Prefix of the names of two logs, `-server.log` and `-debug.log`. By default the logs are in the shop's folder.
	 */
	readonly logs?: string;
}

export interface Shop {
	readonly url: string;
	readonly folders: SiteFolders;
	readonly facts: ShopFacts;
}

/** Starts a new copy of the recipe's shop with our plugin active. The cleanup stops it and removes its data. */
export async function startShop(
	options: ShopOptions,
	cleanup: Cleanup
): Promise< Shop > {
	const original = await ensureSnapshot( options.recipe );
	const port = options.port ?? ( await freePort() );
	const url = `http://127.0.0.1:${ port }`;
	await removeAbandoned( RUNNING, /^(\d+)-/ );
	const folders = siteFolders(
		join( RUNNING, `${ process.pid }-${ port }` )
	);
	cleanup.add( () => rm( folders.base, { recursive: true, force: true } ) );
	await copySite( original, folders );
	const socket = await startDatabase( options.recipe, folders, cleanup );
	const logs = options.logs ?? join( folders.base, 'shop' );
	const debugLog = `${ logs }-debug.log`;
	await rm( debugLog, { force: true } );
	await writeConfig( folders, { url, socket, debugLog, cron: options.cron } );
	await addPlugin( folders, options );
	await startServer(
		{
			docroot: folders.docroot,
			port,
			workers: options.workers,
			env: options.env,
			log: `${ logs }-server.log`,
			debugLog,
		},
		cleanup
	);
	const facts: unknown = JSON.parse(
		await readFile( folders.facts, 'utf8' )
	);
	return { url, folders, facts: factsSchema.parse( facts ) };
}

async function startDatabase(
	recipe: Recipe,
	folders: SiteFolders,
	cleanup: Cleanup
): Promise< string | null > {
	if ( recipe.database === 'sqlite' ) {
		return null;
	}
	const database = await MariaDb.start( folders.data, cleanup );
	return database.socket;
}

async function addPlugin(
	folders: SiteFolders,
	options: ShopOptions
): Promise< void > {
	await linkWooCommerce( folders, options.recipe );
	await linkPlugin( folders );
	await runScript( 'activate.php', folders.docroot, [
		`${ PLUGIN_SLUG }/${ PLUGIN_SLUG }.php`,
	] );
	if ( options.storedKey !== null ) {
		await runScript( 'store-key.php', folders.docroot, [
			options.storedKey,
		] );
	}
}

async function copySite( from: SiteFolders, to: SiteFolders ): Promise< void > {
	await mkdir( to.base, { recursive: true } );
	// The files of WordPress are linked. Files that a shop changes are copied.
	await linkTree( from.docroot, to.docroot );
	await rm( join( to.docroot, 'wp-content' ), { recursive: true } );
	await copyTree(
		join( from.docroot, 'wp-content' ),
		join( to.docroot, 'wp-content' )
	);
	await copyTree( from.data, to.data );
	await copyFile( from.facts, to.facts );
}
