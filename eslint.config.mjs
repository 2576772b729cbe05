import wordpress from '@wordpress/eslint-plugin';

const { configs } = wordpress;

const NODE_CODE = [
	'tests/emulator/**',
	'tests/shop/**',
	'tests/run/**',
	'tests/e2e/**',
	'tests/bench/**',
	'tests/package/**',
	'tests/js/**',
	'*.mjs',
];

const UNIT_TESTS = [ 'src/**/*.test.{ts,tsx}', 'tests/js/**/*.test.ts' ];

/*
 * The folders of src/ in the order in which they depend on each other. A folder imports only from itself and from the
 * groups before its own: features of the same group are independent. `payments` follows `sharing`, because the dialog
 * that waits for a payment shows the QR code.
 */
const FOLDERS = [
	[ 'shared' ],
	[ 'sharing', 'link-form' ],
	[ 'payments' ],
	[ 'link-actions' ],
	[ 'new-orders', 'batches' ],
	[ 'order-panel', 'links-page', 'orders-list', 'settings' ],
	[ 'entries' ],
];

const FOLDER_ORDER = FOLDERS.flatMap( ( group, position ) =>
	group.map( ( folder ) => ( {
		target: `./src/${ folder }`,
		from: './src',
		except: [ folder, ...FOLDERS.slice( 0, position ).flat() ].map(
			( name ) => `./${ name }`
		),
		message: `src/${ folder } must not depend on this folder; see FOLDERS in eslint.config.mjs.`,
	} ) )
);

const TYPE_ASSERTIONS = {
	selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
	message:
		'Parse or narrow the value. If a cast is necessary, disable the rule with a reason.',
};

export default [
	{
		ignores: [
			'**/build/**',
			'**/node_modules/**',
			'**/vendor/**',
			'.cache/**',
		],
	},

	...configs.recommended,

	{
		rules: {
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'multisafepay-payment-links' },
			],
			'@wordpress/no-unsafe-wp-apis': 'error',
			// TypeScript checks these. The rules do not know its types.
			'no-undef': 'off',
			'import/no-extraneous-dependencies': 'off',
			'import/no-unresolved': 'off',
			// Types document the parameters. Doc comments are short, with @throws and units where they matter.
			'jsdoc/require-param': 'off',
			'jsdoc/require-returns': 'off',
			'jsdoc/require-jsdoc': 'off',
			'jsdoc/require-throws-type': 'off',
			'jsdoc/no-undefined-types': 'off',
			'jsdoc/lines-before-block': 'off',
		},
	},

	{
		files: [ '**/*.ts', '**/*.tsx' ],
		rules: {
			// noPropertyAccessFromIndexSignature of TypeScript requires brackets.
			'dot-notation': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': 'error',
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'inline-type-imports' },
			],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: [ '@wordpress/*/*', '@woocommerce/*' ],
							message:
								'Only public entry points that WordPress serves as scripts.',
						},
					],
				},
			],
		},
	},

	{
		files: [ 'src/**/*.ts', 'src/**/*.tsx' ],
		rules: {
			'no-restricted-syntax': [
				'error',
				TYPE_ASSERTIONS,
				{
					selector:
						'TSTypeReference[typeName.property.name=/^(FC|FunctionComponent)$/], TSTypeReference[typeName.name=/^(FC|FunctionComponent)$/]',
					message:
						'Write a function declaration with a props type above it.',
				},
			],
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: 'zod',
							message: 'Use zod/mini, which is smaller.',
						},
						{
							name: 'react',
							allowTypeImports: true,
							message: 'Use @wordpress/element.',
						},
					],
					patterns: [
						{
							group: [ '@wordpress/*/*', '@woocommerce/*' ],
							message:
								'Only public entry points that WordPress serves as scripts.',
						},
					],
				},
			],
		},
	},

	{
		files: [ 'src/**/*.ts', 'src/**/*.tsx' ],
		// Test helpers render whole screens.
		ignores: [ 'src/shared/test/**' ],
		rules: {
			'import/no-restricted-paths': [ 'error', { zones: FOLDER_ORDER } ],
		},
	},

	...configs[ 'test-unit' ].map( ( config ) => ( {
		...config,
		files: UNIT_TESTS,
	} ) ),

	{
		files: NODE_CODE,
		rules: {
			'no-console': 'off',
			'import/no-nodejs-modules': 'off',
		},
	},
];
