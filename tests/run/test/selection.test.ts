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
	const defaults = parseOptions( [] );
	assert.equal( defaults.woocommerce, 'best' );
	assert.ok( defaults.lanes === 1 || defaults.lanes === 2 );
} );

test( 'an unknown option or suite is an error', () => {
	assert.throws( () => parseOptions( [ '--standin' ] ), /no option/ );
	assert.throws( () => suitesByName( [ 'units' ] ), /no suite "units"/ );
} );

test( 'every suite runs by default, except smoke and official-plugin', () => {
	const others = SUITES.map( ( { name } ) => name ).filter(
		( name ) => ! namesOf().includes( name )
	);
	assert.deepEqual( others, [ 'smoke', 'official-plugin' ] );
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
	for ( const name of [ '--stand-in', '--lanes', '--help', ...names ] ) {
		assert.match( helpText(), new RegExp( `^  ${ name }\\b.*\\S`, 'm' ) );
	}
} );
