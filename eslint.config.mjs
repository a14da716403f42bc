import js from '@eslint/js'
import nx from '@nx/eslint-plugin'
import { defineConfig } from 'eslint/config'
import jsonc from 'jsonc-eslint-parser'
import tseslint from 'typescript-eslint'

const PURE = 'Packages are pure: what depends on the machine is an argument of the app (docs/determinism.md).'
const banned = (selector, message) => ({ selector, message: `${message} ${PURE}` })

export default defineConfig(
  {
    ignores: [
      '**/dist',
      '**/dist-*',
      '**/out',
      '**/coverage',
      '**/.nx',
      '**/*.generated.ts',
      'examples/catalogue',
      'tools/release-test/consumers',
    ],
  },
  {
    files: ['**/*.{ts,mjs}'],
    ...js.configs.recommended,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', 200],
      complexity: ['error', 18],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': ['error', 400] },
  },
  {
    // Tables: one row after the other, nothing to be understood in their length, and torn apart they are harder to check.
    files: [
      'packages/module-resolver/src/findings/checks.ts',
      'packages/installation-graph/src/library/*-tasks.ts',
      'packages/bom/src/schedule-columns.ts',
      'tools/example-catalogue/src/specs/**/*.ts',
      'packages/bom/test/site-fixture.ts',
      'packages/module-resolver/test/assembly-fixtures.ts',
    ],
    rules: { 'max-lines': ['error', 600] },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/dtm-simulator/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'zlib', 'http', 'https'],
              message: PURE,
            },
            { group: ['@aws-sdk/*', 'express'], message: PURE },
            {
              group: ['@edp/*', '!@edp/schemas'],
              message: 'A generator depends on @edp/schemas alone (design card).',
            },
          ],
          paths: [{ name: 'uuid', importNames: ['v1', 'v4', 'v6', 'v7'], message: PURE }],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'fetch',
          'Intl',
          'crypto',
          'console',
          'performance',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
        ].map((name) => ({ name, message: PURE })),
      ],
      'no-restricted-syntax': [
        'error',
        banned("NewExpression[callee.name='Date'][arguments.length=0]", 'No clock.'),
        banned("NewExpression[callee.name='Date'][arguments.length>1]", 'No local time.'),
        banned(
          "CallExpression[callee.object.name='Date'][callee.property.name=/^(now|parse)$/]",
          'No clock.',
        ),
        banned("CallExpression[callee.object.name='Math'][callee.property.name='random']", 'No randomness.'),
        banned('CallExpression[callee.property.name=/^(localeCompare|toLocale\\w*)$/]', 'No locale.'),
        banned(
          "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
          'No module state.',
        ),
        banned('ExportAllDeclaration', 'Exports are listed name by name.'),
      ],
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['../../vitest.base.mjs'],
          depConstraints: [
            { sourceTag: 'type:schemas', onlyDependOnLibsWithTags: [] },
            { sourceTag: 'type:generator', onlyDependOnLibsWithTags: ['type:schemas'] },
            {
              // The simulator opens sockets and is no generator; its tests read the examples.
              sourceTag: 'type:simulator',
              onlyDependOnLibsWithTags: ['type:schemas', 'type:generator', 'type:tool'],
            },
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:schemas', 'type:generator', 'type:tool'],
            },
            {
              sourceTag: 'type:bench',
              onlyDependOnLibsWithTags: ['type:schemas', 'type:generator', 'type:tool', 'type:app'],
            },
            {
              sourceTag: 'type:tool',
              onlyDependOnLibsWithTags: ['type:schemas', 'type:generator', 'type:tool'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/*/package.json'],
    languageOptions: { parser: jsonc },
    plugins: { '@nx': nx },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          ignoredFiles: [
            '{projectRoot}/vitest.config.mjs',
            '{projectRoot}/**/*.test.ts',
            '{projectRoot}/test/**/*.ts',
          ],
        },
      ],
    },
  },
)
