import type {BenchRow} from '../row.ts'
import {rowOf} from '../row.ts'
import {textEdit} from './edits.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import {rollBack, statusOf, unpin} from './publisherCalls.ts'
import {publishEdit} from './publishEdit.ts'

const ROLLBACKS = 50
const READERS = 8

/** How long it takes to give visitors another release while they read, and how many of their requests fail. */
export async function rollbacks(
  line: GeneratedLine,
  publisher: RunningPublisher,
  pages: number,
): Promise<BenchRow[]> {
  const before = (await statusOf(publisher)).release
  await publishEdit(line, publisher, textEdit(pages, 6000))
  const after = (await statusOf(publisher)).release
  const readers = startReaders(publisher)
  const samples = []
  for (let round = 0; round < ROLLBACKS; round += 1) {
    const from = performance.now()
    await rollBack(publisher, round % 2 === 0 ? before : after)
    samples.push(performance.now() - from)
  }
  const {requests, failed} = await readers.stop()
  await unpin(publisher)
  return [
    rowOf('publish', 'rollback under load', 'ms', samples, pages),
    rowOf('publish', 'rollback under load: requests', 'requests', [requests], pages),
    rowOf('publish', 'rollback under load: failed requests', 'requests', [failed], pages),
  ]
}

/** Visitors who ask for one page after the other without a breath. */
function startReaders({site}: RunningPublisher) {
  const leaving = new AbortController()
  let requests = 0
  let failed = 0
  const runs = Array.from({length: READERS}, async () => {
    while (!leaving.signal.aborted) {
      requests += 1
      if (!(await isWhole(`${site}/pt/`))) failed += 1
    }
  })
  return {
    async stop() {
      leaving.abort()
      await Promise.all(runs)
      return {requests, failed}
    },
  }
}

async function isWhole(url: string) {
  try {
    const answer = await fetch(url)
    return answer.ok && (await answer.text()).endsWith('</html>')
  } catch {
    return false
  }
}
