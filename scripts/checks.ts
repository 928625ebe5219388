/** One gate before the tests: what it is called, and the command that must end well, from the root. */
export interface Check {
  name: string
  args: readonly string[]
}

const bin = (name: string, file: string) => `node_modules/${name}/${file}`
const types = (project: string): Check => ({
  name: `types of ${project}`,
  args: [bin('typescript', 'bin/tsc'), '-p', project],
})

/** The gates of `npm run check`, in order; each runs in Node. */
export const checks: readonly Check[] = [
  {name: 'format', args: [bin('prettier', 'bin/prettier.cjs'), '--check', '.']},
  {name: 'lint', args: [bin('oxlint', 'bin/oxlint'), '--deny-warnings']},
  types('schemas'),
  types('scripts'),
  types('tests'),
  types('studio'),
  {
    name: 'types of site',
    args: ['site/node_modules/@astrojs/check/bin/astro-check.js', '--root', 'site'],
  },
  {name: 'unused code', args: [bin('knip', 'bin/knip.js')]},
]
