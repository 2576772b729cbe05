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

const UNIT_TESTS = [ 'src/**/*.test.{ts,tsx}' ];

const TYPE_ASSERTIONS = {
	selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
	message:
		'Parse or narrow the value; where a cast is proven necessary, say why beside the disabled rule.',
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
			// TypeScript says what exists; these rules read .ts files without knowing types.
			'no-undef': 'off',
			'import/no-extraneous-dependencies': 'off',
			'import/no-unresolved': 'off',
			// Types say the shape: a docblock is one sentence, with @throws and units where they matter.
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
			// noPropertyAccessFromIndexSignature asks for the brackets.
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
							message: 'Use zod/mini in what ships.',
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
