import {
	circularModules,
	importGraph,
	relativeImports,
} from '../import-cycles';

/*
 * ESLint's `import/no-cycle` ignores imports of types, so it misses cycles such as a registry that loads a component,
 * which imports its props type from the registry.
 */

const REGISTRY = `export type Props = {}; export const load = () => import( './Dialog' );`;
const DIALOG = `import type { Props } from './registry'; export default ( props: Props ) => props;`;

it( 'finds imports of types, dynamic imports and exports from other modules', () => {
	expect(
		relativeImports(
			'src/a/file.tsx',
			`import type { A } from './one';
			import { b } from '../b/two';
			import '@wordpress/element';
			export { c } from './three';
			const d = () => import( /* webpackChunkName: "d" */ './four' );
			type E = typeof import( './five' );
			const text = './six';`
		)
	).toEqual( [
		'src/a/one',
		'src/b/two',
		'src/a/three',
		'src/a/four',
		'src/a/five',
	] );
} );

it( 'finds a cycle of a dynamic import and an import of a type', () => {
	const graph = new Map( [
		[ 'src/registry', relativeImports( 'src/registry.ts', REGISTRY ) ],
		[ 'src/Dialog', relativeImports( 'src/Dialog.tsx', DIALOG ) ],
		[ 'src/entry', [ 'src/registry' ] ],
	] );

	expect( circularModules( graph ) ).toEqual( [
		'src/registry',
		'src/Dialog',
	] );
} );

it( 'finds no cycle where modules only share a dependency', () => {
	const graph = new Map( [
		[ 'entry', [ 'one', 'two' ] ],
		[ 'one', [ 'shared' ] ],
		[ 'two', [ 'shared' ] ],
		[ 'shared', [] ],
	] );

	expect( circularModules( graph ) ).toEqual( [] );
} );

it( 'finds no cycle in src', () => {
	const graph = importGraph( 'src' );

	expect( graph.size ).toBeGreaterThan( 200 );
	expect( circularModules( graph ) ).toEqual( [] );
} );
