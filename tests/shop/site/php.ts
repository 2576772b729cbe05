import { join } from 'node:path';
import { run } from '../lib/exec.ts';
import { ROOT } from '../lib/paths.ts';

/** Settings of all PHP processes of a shop. */
export const PHP_FLAGS = [
	'-d',
	'memory_limit=512M',
	'-d',
	'display_errors=stderr',
	'-d',
	'opcache.enable_cli=0',
] as const;

/** Runs a script of tests/shop/php on a site and returns its output. */
export function runScript(
	script: string,
	docroot: string,
	args: readonly string[] = []
): Promise< string > {
	return run(
		'php',
		[
			...PHP_FLAGS,
			join( ROOT, 'tests/shop/php', script ),
			docroot,
			...args,
		],
		{ timeout: 180_000 }
	);
}
