import {setTimeout as sleep} from 'node:timers/promises'

import {applyEdit, mixedEdit, textEdit} from './publish/edits.ts'
import type {GeneratedLine} from './publish/generatedLine.ts'
import {startGeneratedLine} from './publish/generatedLine.ts'
import {statusOf, untilLive, untilSettled} from './publish/publisherCalls.ts'
import {untilVisible} from './publish/publishEdit.ts'
import type {BenchRow} from './row.ts'
import {rowOf} from './row.ts'
import {say} from './say.ts'
import {siteCopy} from './siteCopy.ts'

const AWAY_MS = 10 * 60_000
const EDITS = 100

/**
 * A publisher that is away for ten minutes, longer than any sender tries again, while officers go on publishing: how soon
 * after it is back all of it is live. Throws when the site is then another than a clean build makes.
 */
export async function away([pages = 1000]: readonly number[] = []): Promise<BenchRow[]> {
  const copy = siteCopy()
  const line = await startGeneratedLine(copy.directory, pages)
  try {
    const seconds = await comeBack(line, pages)
    return [rowOf('away', 'ten minutes away: all live after the start', 's', [seconds], pages)]
  } finally {
    await line.remove()
    copy.remove()
  }
}

async function comeBack(line: GeneratedLine, pages: number) {
  const publisher = await line.startPublisher()
  await untilLive(publisher)
  await publisher.stop()
  say('the publisher is away for ten minutes')
  for (let round = 0; round < EDITS; round += 1) {
    await applyEdit(line.client, mixedEdit(pages, round))
    await sleep(AWAY_MS / EDITS)
  }
  const last = textEdit(pages, EDITS)
  await applyEdit(line.client, last)

  const back = await line.startPublisher(publisher.dataDirectory)
  if (last.visible) await untilVisible(back, last.visible)
  const seconds = (performance.now() - back.startedAt) / 1000
  await untilSettled(back)
  const {release} = await statusOf(back)
  await back.remove()
  const clean = await line.startPublisher()
  await untilLive(clean)
  const expected = await statusOf(clean)
  await clean.remove()
  if (release !== expected.release) {
    throw new Error(`The site is ${release}, and a clean build makes ${expected.release}.`)
  }
  return seconds
}
