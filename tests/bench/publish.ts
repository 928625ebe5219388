import {writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {acknowledgements} from './publish/acknowledgements.ts'
import {burst} from './publish/burst.ts'
import {diskUse} from './publish/diskUse.ts'
import {fullBuildRows} from './publish/fullBuildRows.ts'
import {fullBuilds} from './publish/fullBuilds.ts'
import {startGeneratedLine} from './publish/generatedLine.ts'
import {heldBackRows} from './publish/heldBackRows.ts'
import {latencyChart} from './publish/latencyChart.ts'
import {peerBuilds} from './publish/peerBuilds.ts'
import {rollbacks} from './publish/rollbacks.ts'
import {ONE_TEXT, warmPublishes} from './publish/warmPublishes.ts'
import type {BenchRow} from './row.ts'
import {rowOf} from './row.ts'
import {say} from './say.ts'
import {siteCopy} from './siteCopy.ts'

const CHART = join(import.meta.dirname, '..', '..', 'scripts', 'publisher', 'latency.svg')
const SIZES = [1000, 5000, 20_000]

/**
 * The publisher on generated sites in eight languages, and Hugo and Eleventy on the same texts.
 * What differs: the peers' pages name related documents but list nothing that points back to them, and have neither a map
 * nor sources; ours reads its content from the lake over HTTP, theirs lies ready in files. All pages are about the same size.
 */
export async function publish(sizes: readonly number[] = SIZES): Promise<BenchRow[]> {
  const copy = siteCopy()
  const rows = []
  try {
    for (const size of sizes) rows.push(...(await ofSize(copy.directory, size)))
  } finally {
    copy.remove()
  }
  const latency = rows.filter((row) => row.case === ONE_TEXT)
  if (latency.length > 1) writeFileSync(CHART, latencyChart(latency))
  return rows
}

async function ofSize(repository: string, size: number): Promise<BenchRow[]> {
  const times = size > 10_000 ? 2 : 3
  const pages = size.toLocaleString('en-GB')
  say(`${pages} pages: content goes into a lake`)
  const line = await startGeneratedLine(repository, size)
  say(`${pages} pages: full builds, then publishes`)
  const {ours, rows} = await publishes(line, size, times).finally(line.remove)
  say(`${pages} pages: Hugo and Eleventy`)
  return [...fullBuildRows(ours, await peerBuilds(size, times), size), ...rows]
}

async function publishes(
  line: Awaited<ReturnType<typeof startGeneratedLine>>,
  size: number,
  times: number,
) {
  const {pages, publisher, ...builds} = await fullBuilds(line, times)
  try {
    const rows = [
      rowOf('publish', 'pages built', 'pages', [pages], size),
      ...(await warmPublishes(line, publisher, size)),
      ...(await burst(line, publisher, size)),
      ...(await acknowledgements(line, publisher, size)),
      ...(await rollbacks(line, publisher, size)),
      ...(await diskUse(line, publisher, size)),
      ...(await heldBackRows(line, publisher, size)),
    ]
    return {ours: builds, rows}
  } finally {
    await publisher.remove()
  }
}
