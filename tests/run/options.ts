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
	/** Number of histories of the simulation. */
	readonly orders?: number;
	/** Seed of the tests with random input. */
	readonly seed?: number;
}

/** Reads the arguments of `bin/test`. Throws for an unknown option. */
export function parseOptions( args: readonly string[] ): Options {
	const separator = args.indexOf( '--' );
	const own = separator < 0 ? args : args.slice( 0, separator );
	const names: string[] = [];
	let help = false;
	let woocommerce: WooCommerceChoice = 'best';
	let lanes = Math.min( MAX_LANES, availableParallelism() );
	const numbers: { orders?: number; seed?: number } = {};
	const words = joinValues( own );
	for ( const arg of words ) {
		const number = /^--(?<name>orders|seed)=(?<value>[1-9]\d{0,8})$/.exec(
			arg
		)?.groups;
		if ( number ) {
			numbers[ number[ 'name' ] === 'seed' ? 'seed' : 'orders' ] = Number(
				number[ 'value' ]
			);
		} else if ( arg === '--help' || arg === '-h' ) {
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
		...numbers,
	};
}

/** Turns `--orders 5` into `--orders=5`. */
function joinValues( args: readonly string[] ): string[] {
	const joined: string[] = [];
	for ( const arg of args ) {
		const last = joined.at( -1 );
		if ( last === '--orders' || last === '--seed' ) {
			joined[ joined.length - 1 ] = `${ last }=${ arg }`;
		} else {
			joined.push( arg );
		}
	}
	return joined;
}
