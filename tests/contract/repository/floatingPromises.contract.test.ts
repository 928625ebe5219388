import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** What the gate says about one file of the scripts, as `line: rule`. */
function said(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'promises-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  writeFileSync(join(folder, 'tsconfig.json'), '{}')
  writeFileSync(join(folder, 'edge.ts'), text)
  const config = join(root, 'scripts', 'promises.oxlintrc.json')
  const linter = join(root, 'node_modules', '.bin', 'tsgolint')
  const {stdout} = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--config', config, '--format', 'unix'],
    {cwd: folder, encoding: 'utf8', env: {...process.env, OXLINT_TSGOLINT_PATH: linter}},
  )
  return Array.from(stdout.matchAll(/^edge\.ts:(\d+):.*typescript\((.*)\)/gm), ([, line, rule]) =>
    [line, rule].join(': '),
  )
}

test('finds promises that nobody awaits', {timeout: 60_000}, () => {
  const text = `const ask = async () => 1
ask()
void ask()
;[1].forEach(async () => { await ask() })
await ask()
ask().catch(() => undefined)
export {}
`

  expect(said(text).toSorted()).toEqual([
    '2: no-floating-promises',
    '3: no-floating-promises',
    '4: no-misused-promises',
  ])
})
