import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpText } from '../help.ts';
import { parseOptions } from '../options.ts';
import { GROUPS, SUITES, suitesByName } from '../registry.ts';

const namesOf = ( ...names: string[] ): string[] =>
	suitesByName( names ).map( ( { name } ) => name );

test( 'options, suites and the arguments of the tool are separated', () => {
	assert.deepEqual(
		parseOptions( [
			'--stand-in',
			'e2e',
			'--lanes=1',
			'--',
			'--trace',
			'on',
		] ),
		{
			help: false,
			names: [ 'e2e' ],
			extra: [ '--trace', 'on' ],
			woocommerce: 'stand-in',
			lanes: 1,
		}
	);
	const simulation = parseOptions( [
		'simulation',
		'--orders',
		'5',
		'--seed=7',
	] );
	assert.deepEqual(
		[ simulation.names, simulation.orders, simulation.seed ],
		[ [ 'simulation' ], 5, 7 ]
	);
	const defaults = parseOptions( [] );
	assert.equal( defaults.woocommerce, 'best' );
	assert.ok( defaults.lanes === 1 || defaults.lanes === 2 );
} );

test( 'an unknown option or suite is an error', () => {
	assert.throws( () => parseOptions( [ '--standin' ] ), /no option/ );
	assert.throws( () => parseOptions( [ '--orders', 'all' ] ), /no option/ );
	assert.throws( () => parseOptions( [ '--seed' ] ), /no option/ );
	assert.throws( () => suitesByName( [ 'units' ] ), /no suite "units"/ );
} );

test( 'every suite runs by default, except those that run only by name', () => {
	const others = SUITES.map( ( { name } ) => name ).filter(
		( name ) => ! namesOf().includes( name )
	);
	assert.deepEqual( others, [ 'smoke', 'simulation', 'official-plugin' ] );
	assert.deepEqual( namesOf( 'all', 'smoke' ), [ ...namesOf(), 'smoke' ] );
} );

test( 'a group contains its suites, and no suite is selected twice', () => {
	assert.deepEqual( namesOf( 'check' ), [ 'static', 'unit', 'jest' ] );
	assert.deepEqual( namesOf( 'e2e:legacy', 'e2e' ), [
		'e2e:legacy',
		'e2e:hpos',
	] );
} );

test( 'the help describes all options, groups and suites', () => {
	const names = [ ...GROUPS, ...SUITES ].map( ( { name } ) => name );
	for ( const name of [
		'--stand-in',
		'--lanes',
		'--orders',
		'--seed',
		'--help',
		...names,
	] ) {
		assert.match( helpText(), new RegExp( `^  ${ name }\\b.*\\S`, 'm' ) );
	}
} );
