const path = require( 'node:path' );
const base = require( '@wordpress/scripts/config/jest-unit.config' );

const babelTransform = require.resolve(
	'@wordpress/scripts/config/babel-transform'
);

// Published as ES modules only, which Jest on Node 20 cannot load untransformed.
const ESM_ONLY = [ 'uuid', '@wordpress/theme', '@wordpress/ui' ];

module.exports = {
	...base,
	rootDir: path.resolve( __dirname, '../..' ),
	roots: [ '<rootDir>/src', '<rootDir>/tests/js' ],
	testEnvironment: 'jsdom',
	testMatch: [ '**/*.test.{ts,tsx}' ],
	reporters: [ 'default' ],
	setupFilesAfterEnv: [ '<rootDir>/tests/js/setup.ts' ],
	transform: { '\\.(m|c)?[jt]sx?$': babelTransform },
	transformIgnorePatterns: [
		`/node_modules/(?!(${ ESM_ONLY.join( '|' ) })/)`,
	],
	modulePathIgnorePatterns: [ '<rootDir>/.cache/', '<rootDir>/build/' ],
	clearMocks: true,
	testTimeout: 30_000,
};
