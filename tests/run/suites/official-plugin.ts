import { copyFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exists } from '../../shop/lib/files.ts';
import { ROOT } from '../../shop/lib/paths.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import { runScript } from '../../shop/site/php.ts';
import { ensureMariaDb } from '../../shop/system/requirements.ts';
import { withCleanup } from '../interrupt.ts';
import { ensureComposerTools } from '../needs.ts';
import type { Suite } from '../types.ts';
import { startIntegrationShop } from './integration.ts';
import { runPhpUnit } from './phpunit.ts';

const REDIRECT = 'mspl-official-redirect.php';

/**
 * Returns the folder of the official plugin with its vendor folder. Throws when there is none, because a suite that did
 * not run must not count as passed.
 */
async function officialPluginFolder(): Promise< string > {
	const folder = process.env[ 'OFFICIAL_PLUGIN_DIR' ] ?? '';
	if (
		folder === '' ||
		! ( await exists( join( folder, 'vendor/autoload.php' ) ) )
	) {
		throw new Error(
			'not run: OFFICIAL_PLUGIN_DIR is not a folder with the official MultiSafepay plugin and its vendor folder'
		);
	}
	return resolve( folder );
}

/** Runs only when its name is given, because the official plugin is not part of this repository. */
export const officialPluginSuite: Suite = {
	name: 'official-plugin',
	description:
		'together with the official plugin from OFFICIAL_PLUGIN_DIR; runs only by name',
	prepare: async () => {
		await officialPluginFolder();
		await ensureMariaDb();
		await ensureComposerTools();
		await buildPlugin();
	},
	run: ( context ) =>
		withCleanup( async ( cleanup ) => {
			const folder = await officialPluginFolder();
			const { shop, env } = await startIntegrationShop(
				'hpos',
				'best',
				context,
				cleanup
			);
			const { docroot } = shop.folders;
			const plugins = join( docroot, 'wp-content/plugins' );
			await symlink( folder, join( plugins, 'multisafepay' ) );
			await copyFile(
				join( ROOT, 'tests/fixtures/plugins', REDIRECT ),
				join( plugins, REDIRECT )
			);
			await runScript( 'activate.php', docroot, [ REDIRECT ] );
			await runScript( 'activate.php', docroot, [
				'multisafepay/multisafepay.php',
			] );
			return runPhpUnit(
				{
					name: 'official-plugin',
					config: 'tests/php/official-plugin.xml',
					args: [],
					env,
				},
				context
			);
		} ),
};
