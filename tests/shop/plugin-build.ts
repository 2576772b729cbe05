import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './lib/exec.ts';
import { exists, listFiles } from './lib/files.ts';
import { ROOT } from './lib/paths.ts';
import { logProgress } from './lib/progress.ts';

const OUTPUTS = [ 'order-panel.js', 'settings.js' ] as const;

/** Builds the plugin's scripts when a source is newer than the output. */
export async function buildPlugin(): Promise< void > {
	if ( ( await newestSource() ) > ( await oldestOutput() ) ) {
		logProgress( 'building the scripts' );
		await run( 'npm', [ 'run', 'build' ], { cwd: ROOT, timeout: 300_000 } );
	}
}

async function newestSource(): Promise< number > {
	const files = await listFiles( join( ROOT, 'src' ) );
	files.push( join( ROOT, 'package.json' ) );
	return Math.max( ...( await Promise.all( files.map( modifiedAt ) ) ) );
}

async function oldestOutput(): Promise< number > {
	const files = OUTPUTS.map( ( name ) => join( ROOT, 'build', name ) );
	const present = await Promise.all( files.map( exists ) );
	return present.includes( false )
		? 0
		: Math.min( ...( await Promise.all( files.map( modifiedAt ) ) ) );
}

async function modifiedAt( file: string ): Promise< number > {
	return ( await stat( file ) ).mtimeMs;
}
