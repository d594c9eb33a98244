import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'data/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An index that the loop's condition bounds: see noUncheckedIndexedAccess in tsconfig.json.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Needed where index signatures are read: see noPropertyAccessFromIndexSignature in tsconfig.json.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    // What people paste is long: a pattern that begins anew at each letter, or tries each way to share letters out among
    // its parts, would stop the bot for everybody.
    files: ['bot/**/*.ts', 'dialogs/**/*.ts', 'knowledge/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    // Only the configuration module reads the environment.
    files: ['bot/**/*.ts', 'dialogs/**/*.ts', 'knowledge/**/*.ts'],
    ignores: ['bot/config.ts', 'bot/commands/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read it in bot/config.ts.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai's property assertions (expect(x).to.be.true) are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
