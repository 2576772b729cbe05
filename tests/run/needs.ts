import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run, which } from '../shop/lib/exec.ts';
import { exists } from '../shop/lib/files.ts';
import { ROOT } from '../shop/lib/paths.ts';
import { say } from '../shop/lib/progress.ts';
import { install } from '../shop/system/apt.ts';
import { needPhp } from '../shop/system/requirements.ts';

let composer: Promise< void > | null = null;

/** PHP's development tools, as composer.json pins them. */
export function needComposerTools(): Promise< void > {
	composer ??= composerTools();
	return composer;
}

async function composerTools(): Promise< void > {
	await needPhp( [ 'dom', 'mbstring' ] );
	const installed = join( ROOT, 'vendor/autoload.php' );
	const wanted = join( ROOT, 'composer.json' );
	if (
		( await exists( installed ) ) &&
		( await stat( installed ) ).mtimeMs > ( await stat( wanted ) ).mtimeMs
	) {
		return;
	}
	if ( ( await which( 'composer' ) ) === null ) {
		await install( [ 'composer' ], 'Composer installs the PHP tools' );
	}
	say( 'installing PHP tools (composer install)' );
	await run( 'composer', [ 'install', '--no-interaction', '--no-progress' ], {
		cwd: ROOT,
		env: { COMPOSER_ALLOW_SUPERUSER: '1' },
		timeout: 600_000,
	} );
	await run( 'touch', [ installed ] );
}
