import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {expect, test} from 'vitest'

import {openRotatingLog} from '../../../scripts/launcher/rotatingLog.ts'
import {temporaryDirectory} from '../publisher/temporaryDirectory.ts'

test('keeps the newest lines and those before, and no more', async () => {
  const file = join(temporaryDirectory(), 'trial.log')
  const log = openRotatingLog(file, 100)
  for (let n = 0; n < 30; n += 1) {
    log.write(Buffer.from(`line ${String(n).padStart(3, '0')} ------------\n`))
    await sleep(2) // a file is opened in its own time
  }
  log.end()

  await expect.poll(() => readFileSync(file, 'utf8')).toContain('line 029')
  const kept = readFileSync(`${file}.1`, 'utf8') + readFileSync(file, 'utf8')
  expect(kept.length).toBeLessThan(300)
  const numbers = [...kept.matchAll(/line (\d+)/g)].map(([, number]) => Number(number))
  expect(numbers).toEqual(numbers.map((_, n) => 30 - numbers.length + n))
})
