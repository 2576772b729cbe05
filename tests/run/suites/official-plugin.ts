import { copyFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exists } from '../../shop/lib/files.ts';
import { ROOT } from '../../shop/lib/paths.ts';
import { buildPlugin } from '../../shop/plugin-build.ts';
import { php } from '../../shop/site/php.ts';
import { needMariaDb } from '../../shop/system/requirements.ts';
import { withCleanup } from '../interrupt.ts';
import type { Suite } from '../types.ts';
import { integrationShop } from './integration.ts';
import { phpunit } from './phpunit.ts';

const REDIRECT = 'mspl-official-redirect.php';

/** The folder with the official plugin and its vendor folder; throws where there is none: not run is not passed. */
async function officialPlugin(): Promise< string > {
	const folder = process.env[ 'OFFICIAL_PLUGIN_DIR' ] ?? '';
	if (
		folder === '' ||
		! ( await exists( join( folder, 'vendor/autoload.php' ) ) )
	) {
		throw new Error(
			'not run: OFFICIAL_PLUGIN_DIR names no folder with the official MultiSafepay plugin and its vendor folder'
		);
	}
	return resolve( folder );
}

/** Only by name, since that plugin is not part of this repository. */
export const officialPluginSuite: Suite = {
	name: 'official-plugin',
	does: 'beside the real official plugin, from OFFICIAL_PLUGIN_DIR; only when it is named',
	run: ( context ) =>
		withCleanup( async ( cleanup ) => {
			const folder = await officialPlugin();
			await needMariaDb();
			await buildPlugin();
			const { shop, env } = await integrationShop(
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
			await php( 'activate.php', docroot, [ REDIRECT ] );
			await php( 'activate.php', docroot, [
				'multisafepay/multisafepay.php',
			] );
			return phpunit(
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
