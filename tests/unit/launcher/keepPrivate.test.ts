import {chmodSync, mkdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {keepPrivate} from '../../../scripts/keepPrivate.ts'
import {temporaryDirectory} from '../publisher/temporaryDirectory.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

test.skipIf(process.platform === 'win32')(
  'closes a data folder to other accounts, and all that is written from then on',
  () => {
    const before = process.umask(0o022)
    onTestFinished(() => void process.umask(before))
    const folder = join(temporaryDirectory(), 'data')
    mkdirSync(folder, {mode: 0o755})

    keepPrivate(folder)
    writeFileSync(join(folder, 'drafts.db'), '')

    expect([modeOf(folder), modeOf(join(folder, 'drafts.db'))]).toEqual([0o700, 0o600])
  },
)

test.skipIf(process.platform === 'win32')('leaves a folder alone that many share', () => {
  const before = process.umask(0o022)
  onTestFinished(() => void process.umask(before))
  const folder = temporaryDirectory()
  chmodSync(folder, 0o1777)

  keepPrivate(folder)

  expect(modeOf(folder)).toBe(0o777)
})
