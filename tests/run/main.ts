import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../shop/lib/paths.ts';
import { errorMessage } from '../shop/lib/progress.ts';
import { helpText } from './help.ts';
import { parseOptions } from './options.ts';
import { suitesByName } from './registry.ts';
import { summarize } from './report/summary.ts';
import { runSuites } from './run.ts';

function print( text: string ): void {
	process.stdout.write( `${ text }\n` );
}

async function main(): Promise< number > {
	const { help, names, ...options } = parseOptions( process.argv.slice( 2 ) );
	if ( help ) {
		print( helpText() );
		return 0;
	}
	const suites = suitesByName( names );
	const start = Date.now();
	const artifacts = join( ROOT, 'artifacts/test' );
	await mkdir( artifacts, { recursive: true } );
	const reports = await runSuites( suites, { ...options, artifacts }, print );
	const { lines, exitCode } = summarize(
		reports,
		( Date.now() - start ) / 1000
	);
	print( lines.join( '\n' ) );
	return exitCode;
}

main().then(
	( code ) => process.exit( code ),
	( error: unknown ) => {
		process.stderr.write( `${ errorMessage( error ) }\n` );
		print( '0 passed, 1 failed' );
		process.exit( 1 );
	}
);
