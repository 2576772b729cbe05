import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The modules that each module imports. */
export type ImportGraph = ReadonlyMap< string, readonly string[] >;

/** Reads the imports of all TypeScript files in a folder and its subfolders. */
export function importGraph( folder: string ): ImportGraph {
	const files = readdirSync( folder, { recursive: true, encoding: 'utf8' } )
		.filter( ( file ) => /(?<!\.d)\.tsx?$/.test( file ) )
		.map( ( file ) => join( folder, file ) );

	return new Map(
		files.map( ( file ) => [
			moduleName( file ),
			relativeImports( file, readFileSync( file, 'utf8' ) ),
		] )
	);
}

/** Returns the modules of the same project that a source file imports. Imports of types and dynamic imports count. */
export function relativeImports( file: string, source: string ): string[] {
	const found: string[] = [];
	const visit = ( node: ts.Node ): void => {
		if (
			ts.isStringLiteral( node ) &&
			node.text.startsWith( '.' ) &&
			isModuleSpecifier( node )
		) {
			found.push( moduleName( join( dirname( file ), node.text ) ) );
		}
		ts.forEachChild( node, visit );
	};
	visit( ts.createSourceFile( file, source, ts.ScriptTarget.Latest, true ) );

	return found;
}

/** Returns the modules that import each other, directly or through other modules. */
export function circularModules( graph: ImportGraph ): string[] {
	const remaining = new Map( graph );
	const isImported = ( module: string ) =>
		[ ...remaining.values() ].some( ( imports ) =>
			imports.includes( module )
		);

	// A module that imports nothing, or that no module imports, cannot be part of a cycle.
	let sizeBefore: number;
	do {
		sizeBefore = remaining.size;
		for ( const [ module, imports ] of remaining ) {
			const hasImports = imports.some( ( name ) =>
				remaining.has( name )
			);
			if ( ! hasImports || ! isImported( module ) ) {
				remaining.delete( module );
			}
		}
	} while ( remaining.size < sizeBefore );

	return [ ...remaining.keys() ];
}

function moduleName( path: string ): string {
	return path.replace( /\.tsx?$/, '' );
}

function isModuleSpecifier( { parent }: ts.StringLiteral ): boolean {
	return (
		ts.isImportDeclaration( parent ) ||
		ts.isExportDeclaration( parent ) ||
		( ts.isCallExpression( parent ) &&
			parent.expression.kind === ts.SyntaxKind.ImportKeyword ) ||
		( ts.isLiteralTypeNode( parent ) &&
			ts.isImportTypeNode( parent.parent ) )
	);
}
