import { run } from '../lib/exec.ts';
import { logProgress } from '../lib/progress.ts';

let isUpdated = false;

/** Installs Debian packages. Without root permission it throws an error that names them. */
export async function installPackages(
	packages: readonly string[],
	reason: string
): Promise< void > {
	const list = packages.join( ' ' );
	if ( process.getuid?.() !== 0 ) {
		throw new Error(
			`${ reason }: please install ${ list } (apt-get install ${ list })`
		);
	}
	logProgress( `installing ${ list } (${ reason })` );
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if ( ! isUpdated ) {
		await run( 'apt-get', [ 'update', '-q' ], { env, timeout: 180_000 } );
		isUpdated = true;
	}
	await run(
		'apt-get',
		[ 'install', '-y', '-q', '--no-install-recommends', ...packages ],
		{ env, timeout: 600_000 }
	);
}
