import parser from '@typescript-eslint/parser'
import vue from 'eslint-plugin-vue'

// Scripts are oxlint's; this looks at what only ESLint can read: Vue templates.
export default [
  { ignores: ['dist/**', 'node_modules/**'] },
  ...vue.configs['flat/essential'].map((config) => ({ ...config, files: ['editor/**/*.vue'] })),
  {
    files: ['editor/**/*.vue'],
    languageOptions: { parserOptions: { parser } },
    rules: { 'vue/no-v-html': 'error', 'vue/multi-word-component-names': 'off' },
  },
]
