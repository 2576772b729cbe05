import { availableParallelism } from 'node:os';
import type { WooCommerceChoice } from '../shop/sources/recipe.ts';

const MAX_LANES = 2;

export interface Options {
	readonly help: boolean;
	/** Names of suites and groups. */
	readonly names: readonly string[];
	/** Arguments after `--`. */
	readonly extra: readonly string[];
	readonly woocommerce: WooCommerceChoice;
	readonly lanes: number;
}

/** Reads the arguments of `bin/test`. Throws for an unknown option. */
export function parseOptions( args: readonly string[] ): Options {
	const separator = args.indexOf( '--' );
	const own = separator < 0 ? args : args.slice( 0, separator );
	const names: string[] = [];
	let help = false;
	let woocommerce: WooCommerceChoice = 'best';
	let lanes = Math.min( MAX_LANES, availableParallelism() );
	for ( const arg of own ) {
		if ( arg === '--help' || arg === '-h' ) {
			help = true;
		} else if ( arg === '--stand-in' ) {
			woocommerce = 'stand-in';
		} else if ( /^--lanes=[1-9]$/.test( arg ) ) {
			lanes = Number( arg.slice( '--lanes='.length ) );
		} else if ( arg.startsWith( '-' ) ) {
			throw new Error(
				`There is no option "${ arg }". See bin/test --help.`
			);
		} else {
			names.push( arg );
		}
	}
	return {
		help,
		names,
		extra: separator < 0 ? [] : args.slice( separator + 1 ),
		woocommerce,
		lanes,
	};
}
