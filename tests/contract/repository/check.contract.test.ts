import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {checks} from '../../../scripts/checks.ts'

const root = join(import.meta.dirname, '..', '..', '..')

test.each(checks)('is clean: $name', {timeout: 180_000}, ({directory, args}) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...args], {
    cwd: join(root, directory),
    encoding: 'utf8',
  })

  expect({status, said: status === 0 ? '' : `${stdout}${stderr}`}).toEqual({status: 0, said: ''})
})
