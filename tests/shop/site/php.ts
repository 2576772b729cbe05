import { join } from 'node:path';
import { run } from '../lib/exec.ts';
import { ROOT } from '../lib/paths.ts';

/** Settings of every PHP process of a shop. */
export const PHP_FLAGS = [
	'-d',
	'memory_limit=512M',
	'-d',
	'display_errors=stderr',
	'-d',
	'opcache.enable_cli=0',
] as const;

/**
 * Runs one of tests/shop/php's scripts on a site, answers what it printed.
 *
 * @param script  File name.
 * @param docroot The site.
 * @param args    Further arguments.
 */
export function php(
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
