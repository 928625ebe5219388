/** One gate before the tests: what it is called, where it runs (from the root), and what Node runs there. */
export interface Check {
  name: string
  directory: string
  args: readonly string[]
}

const root = (name: string, ...args: string[]): Check => ({name, directory: '.', args})
const types = (project: string): Check =>
  root(`types of ${project}`, 'node_modules/typescript/bin/tsc', '-p', project)

/** The gates of `npm run check`, in order. */
export const checks: readonly Check[] = [
  root('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.'),
  root('lint', 'node_modules/oxlint/bin/oxlint', '--deny-warnings'),
  root(
    'promises that nobody awaits',
    'node_modules/oxlint/bin/oxlint',
    '--deny-warnings',
    '--config',
    'scripts/promises.oxlintrc.json',
  ),
  types('schemas'),
  types('scripts'),
  types('tests'),
  types('studio'),
  {name: 'types of site', directory: 'site', args: ['node_modules/astro/bin/astro.mjs', 'check']},
  root('unused code', 'node_modules/knip/bin/knip.js'),
]
