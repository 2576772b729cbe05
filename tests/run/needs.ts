import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run, which } from '../shop/lib/exec.ts';
import { exists } from '../shop/lib/files.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { logProgress } from '../shop/lib/progress.ts';
import { installPackages } from '../shop/system/apt.ts';
import { ensurePhp } from '../shop/system/requirements.ts';

let installation: Promise< void > | null = null;

/** Installs PHP's development tools when they are missing or older than composer.json. */
export function ensureComposerTools(): Promise< void > {
	installation ??= installComposerTools();
	return installation;
}

async function installComposerTools(): Promise< void > {
	await ensurePhp( [ 'dom', 'mbstring' ] );
	const installed = join( ROOT, 'vendor/autoload.php' );
	const manifest = join( ROOT, 'composer.json' );
	if (
		( await exists( installed ) ) &&
		( await stat( installed ) ).mtimeMs > ( await stat( manifest ) ).mtimeMs
	) {
		return;
	}
	if ( ( await which( 'composer' ) ) === null ) {
		await installPackages(
			[ 'composer' ],
			'Composer installs the PHP tools'
		);
	}
	logProgress( 'installing PHP tools (composer install)' );
	await run( 'composer', [ 'install', '--no-interaction', '--no-progress' ], {
		cwd: ROOT,
		env: { COMPOSER_ALLOW_SUPERUSER: '1' },
		timeout: 600_000,
	} );
	await run( 'touch', [ installed ] );
}
