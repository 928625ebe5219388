import {setTimeout as sleep} from 'node:timers/promises'

import type {BenchRow} from '../row.ts'
import {rowOf} from '../row.ts'
import {hiddenEdit, textEdit} from './edits.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import {publishEdit} from './publishEdit.ts'
import {publishEverything} from './publisherCalls.ts'
import {addedFiles, releaseFiles} from './releaseFiles.ts'

const PUBLISHES = 5
const SETTLE_MS = 1500

/** What publishes add to the disk, and that nothing is written when no page changes. */
export async function diskUse(
  line: GeneratedLine,
  publisher: RunningPublisher,
  pages: number,
): Promise<BenchRow[]> {
  const added = async (work: () => Promise<unknown>) => {
    const before = await releaseFiles(publisher.dataDirectory)
    await work()
    await sleep(SETTLE_MS)
    return addedFiles(before, await releaseFiles(publisher.dataDirectory))
  }
  const kilobytes = []
  for (let round = 0; round < PUBLISHES; round += 1) {
    const files = await added(() => publishEdit(line, publisher, textEdit(pages, 4000 + round)))
    kilobytes.push(files.reduce((sum, {bytes}) => sum + bytes, 0) / 1000)
  }
  const hidden = await added(() => publishEdit(line, publisher, hiddenEdit(pages)))
  const compared = await added(() => publishEverything(publisher))
  return [
    rowOf('publish', 'disk added by one text', 'kB', kilobytes, pages),
    rowOf(
      'publish',
      'a note no page shows: files written',
      'files',
      [hidden.filter(({isFile}) => isFile).length],
      pages,
    ),
    rowOf(
      'publish',
      'nothing changed, all compared: files, folders and links written',
      'files',
      [compared.length],
      pages,
    ),
  ]
}
