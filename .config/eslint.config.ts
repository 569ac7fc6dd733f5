import vitest from '@vitest/eslint-plugin'
import type { Linter } from 'eslint'
import boundaries from 'eslint-plugin-boundaries'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import path from 'node:path'
import tseslint from 'typescript-eslint'
import { boundaryElements, boundaryFiles, dependencyRule } from './boundaries.ts'
import { domainGlobals, domainImports, domainProperties, domainSyntax } from './domain-purity.ts'
import { ipcDoor, maxLines } from './import-policies.ts'

const root = path.resolve(import.meta.dirname, '..')
const code = ['**/*.ts', '**/*.vue']
const product = ['src/**/*.{ts,vue}', 'electron/**/*.ts']
/** Tools ask for their configuration as the default export. */
const configs = [
  '*.ts',
  '.config/*.ts',
  'tests/e2e/support/prepare-runtime.ts',
  'tests/e2e/support/tell-page.ts',
]

const lineLimit = (max: number): Linter.RulesRecord => ({
  'max-lines': ['error', { max, skipBlankLines: false, skipComments: false }],
})

const sharedSyntax = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of strings: it needs no code and reads the same in a file.',
  },
  {
    // A relative import without its extension; \u002F is a slash, which this notation cannot hold.
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^[.]{1,2}\\u002F(?!.*[.][a-z0-9]+([?].*)?$)/]',
    message: 'Write the extension: Node, Vite and TypeScript then agree on the file.',
  },
]
/** What may stand in a template without a translation: signs that every language shares. */
const marks = [
  '(',
  ')',
  ',',
  '.',
  '&',
  '+',
  '-',
  '=',
  '*',
  '/',
  '%',
  '·',
  '•',
  '–',
  '—',
  '−',
  '¥',
  '×',
]

const namedExportsOnly = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: the thing is then called the same everywhere.',
}

export default defineConfig(
  globalIgnores(['out/', '.cache/', 'test-results/', 'node_modules/', '**/*.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: code,
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      vue.configs['flat/recommended-error'],
    ],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        tsconfigRootDir: root,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      ...lineLimit(maxLines.other),
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'max-depth': ['error', 4],
      complexity: ['error', 10],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-param-reassign': 'error',
      'no-restricted-syntax': ['error', ...sharedSyntax, namedExportsOnly],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Names from a file are written as names in a file: record['asOf'].
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // It does not know branded numbers: a debt turned round is a number of fen.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // Half of an interface may answer at once where the other half waits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `void shown.value` says that a computed value depends on what it doesn't use.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Spreading a string gives its characters, which is what is asked for.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
    },
  },

  {
    files: product,
    plugins: { boundaries },
    settings: {
      'boundaries/elements': boundaryElements,
      'boundaries/files': boundaryFiles,
      'boundaries/root-path': root,
      'import/resolver': {
        typescript: { extensions: ['.ts', '.vue', '.json', '.css'], project: 'src/tsconfig.json' },
      },
    },
    rules: {
      'boundaries/dependencies': ['error', dependencyRule],
      'boundaries/no-unknown-files': 'error',
      'no-console': 'error',
    },
  },

  {
    files: ['**/*.vue'],
    rules: {
      ...lineLimit(maxLines.vue),
      'no-restricted-syntax': ['error', ...sharedSyntax],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/no-bare-strings-in-template': ['error', { allowlist: [...marks] }],
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/no-unused-refs': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      'vue/html-button-has-type': 'error',
      // What a template refers to is known to vue-tsc alone; it checks what these would.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // The order of attributes changes nothing.
      'vue/attributes-order': 'off',
      // An absent boolean prop is false and is typed so; its default says it aloud.
      '@typescript-eslint/no-useless-default-assignment': 'off',
      // An optional prop is `undefined` when it is absent, and its type says so.
      'vue/require-default-prop': 'off',
      // A screen's name is its folder's: PlanView, not ThePlanView.
      'vue/multi-word-component-names': 'error',
      // Prettier lays the templates out.
      'vue/first-attribute-linebreak': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-closing-bracket-spacing': 'off',
      'vue/html-indent': 'off',
      'vue/html-quotes': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/mustache-interpolation-spacing': 'off',
      'vue/no-multi-spaces': 'off',
      'vue/singleline-html-element-content-newline': 'off',
    },
  },

  {
    files: ['src/domain/**/*.ts'],
    rules: {
      ...lineLimit(maxLines.domain),
      'no-restricted-globals': ['error', ...domainGlobals],
      'no-restricted-properties': ['error', ...domainProperties],
      'no-restricted-imports': ['error', domainImports],
      'no-restricted-syntax': ['error', ...sharedSyntax, namedExportsOnly, ...domainSyntax],
    },
  },

  {
    files: ['electron/**/*.ts'],
    ignores: [ipcDoor],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'default'],
              message: `Only ${ipcDoor} listens to the window: it checks who calls and what they say.`,
            },
          ],
        },
      ],
    },
  },

  {
    // Nothing here is a sum of money, whose bare number must never reach a text.
    files: ['electron/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Both talk on the terminal: that is what they are for.
    files: ['src/cli/**/*.ts', 'electron/main/**/*.ts'],
    rules: { 'no-console': 'off' },
  },

  {
    files: ['tests/**/*.ts'],
    extends: [vitest.configs.recommended],
    ignores: ['tests/e2e/**'],
    rules: {
      'vitest/no-focused-tests': 'error',
      'vitest/no-disabled-tests': 'error',
      'vitest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['tests/e2e/**/*.ts'],
    rules: {
      // The tests of the locks try what the product must not, and Electron types some calls as `Function`.
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      'no-restricted-syntax': [
        'error',
        ...sharedSyntax,
        namedExportsOnly,
        {
          selector:
            'MemberExpression[object.name=/^(test|describe)$/][property.name=/^(only|skip|fixme|fail)$/]',
          message: 'Every test runs: mend it or remove it.',
        },
        {
          selector: 'CallExpression[callee.property.name="waitForTimeout"]',
          message: 'Wait for what should happen, not for time to pass.',
        },
      ],
    },
  },
  {
    files: configs,
    rules: { 'no-restricted-syntax': ['error', ...sharedSyntax] },
  },
)
