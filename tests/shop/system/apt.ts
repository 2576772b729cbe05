import { run } from '../lib/exec.ts';
import { say } from '../lib/progress.ts';

let updated = false;

/**
 * Installs Debian packages; throws words that say what to install where that is not possible.
 *
 * @param packages Package names.
 * @param why      What they are for.
 */
export async function install(
	packages: readonly string[],
	why: string
): Promise< void > {
	const list = packages.join( ' ' );
	if ( process.getuid?.() !== 0 ) {
		throw new Error(
			`${ why }: please install ${ list } (apt-get install ${ list })`
		);
	}
	say( `installing ${ list } (${ why })` );
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if ( ! updated ) {
		await run( 'apt-get', [ 'update', '-q' ], { env, timeout: 180_000 } );
		updated = true;
	}
	await run(
		'apt-get',
		[ 'install', '-y', '-q', '--no-install-recommends', ...packages ],
		{ env, timeout: 600_000 }
	);
}
