import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { heavyPackages, withoutDom, zones } from './eslint.layers.js';
import { amountSyntax, paperSyntax, shippedSyntax, testSyntax } from './eslint.syntax.js';

const typed = ['**/*.ts'];
const tests = ['test/**/*.ts', 'stories/**/*.ts'];

const unsafeDirectives = ['style-map', 'unsafe-html', 'unsafe-svg', 'unsafe-mathml'].map(
  (name) => `lit/directives/${name}.js`,
);
const domGlobals = ['document', 'window', 'customElements', 'HTMLElement', 'localStorage'];

/** A package with everything below it. */
const below = (name) => [name, `${name}/*`];

const importsOfShipped = {
  paths: unsafeDirectives.map((name) => ({ name, message: 'Strict policies block what it does.' })),
  patterns: [
    {
      group: heavyPackages.flatMap(below),
      allowTypeImports: true,
      message: 'A heavy package is imported by one `*.vendor.ts`.',
    },
  ],
};

export default defineConfig(
  globalIgnores([
    'src/export/fonts/*.font.ts',
    'dist',
    'storybook-static',
    'coverage',
    'test-results',
    'src/contract/openapi.ts',
    // They stand on what the build writes; a test compiles what hosts make of them.
    'types',
    'test/docs/placeholders',
    // They stand on packages of their own; their builds check them.
    'examples',
  ]),

  {
    files: ['**/*.{js,ts}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    extends: [js.configs.recommended],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.js'],
      'import-x/resolver-next': [createTypeScriptImportResolver({ alwaysTryTypes: true })],
    },
    rules: {
      'no-undef': 'off', // tsc knows better
      eqeqeq: ['error', 'always'],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': false }],
      'import-x/first': 'error',
    },
  },

  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An abort rejects with the signal's reason, whatever that is.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingUnknown: true, allowThrowingAny: true },
      ],
      // `async` alone turns what a function throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `[...text]` is the way to code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `switch` and records over the contract's open enums have a default on purpose.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },

  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },

  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // WebKit takes the list role from a list without bullets.
      'lit-a11y/no-redundant-role': 'off',
      'no-console': ['error', { allow: ['warn'] }],
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', ...shippedSyntax, ...amountSyntax],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-restricted-imports': ['error', importsOfShipped],
      '@typescript-eslint/explicit-module-boundary-types': ['error', { allowedNames: ['render'] }],
    },
  },
  {
    files: ['src/**/*.vendor.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: importsOfShipped.paths }],
    },
  },
  {
    files: ['src/ui/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          ...importsOfShipped,
          patterns: [
            ...importsOfShipped.patterns,
            { group: ['**/state/*'], allowTypeImports: true, message: '`ui` takes types alone.' },
          ],
        },
      ],
    },
  },
  {
    files: withoutDom,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          ...importsOfShipped,
          patterns: [
            ...importsOfShipped.patterns,
            { group: ['lit', 'lit/*', '@lit/*'], message: 'This runs on any server.' },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...domGlobals.map((name) => ({ name, message: 'This runs on any server.' })),
      ],
    },
  },
  {
    // How large something is drawn may be a float; what is written may not.
    files: ['src/elements/**/{theme,*.option}.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shippedSyntax] },
  },
  {
    files: ['src/export/pdf-text.ts'],
    rules: { 'no-restricted-syntax': ['error', ...paperSyntax, ...amountSyntax] },
  },
  {
    // What these functions return is what valibot infers from their schemas.
    files: ['src/api/schema.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // A language is one long list.
    files: ['src/i18n/{messages,??,??-*}.ts', 'src/i18n/languages/*.ts'],
    rules: { 'max-lines': 'off' },
  },

  {
    files: ['mocks/**/*.ts'],
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
    },
  },

  {
    files: tests,
    rules: {
      'no-restricted-syntax': ['error', ...testSyntax],
      // In a test a `!` that is wrong fails the test, as it should.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // chai's `expect(x).to.be.true`, and stand-ins that have nothing to do.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Packages disagree about what chai's `equal` returns; one of them says a promise.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }] },
      ],
      // Implementations of `BillingApi` have no `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
