import type {ProcessUse} from '../processUse.ts'
import type {BenchRow} from '../row.ts'
import {against, rowOf} from '../row.ts'

interface Build extends ProcessUse {
  seconds: number
}

const measures = [
  {name: 'full build', unit: 's', of: ({seconds}: Build) => seconds},
  {name: 'full build, processors', unit: 's', of: ({cpuSeconds}: Build) => cpuSeconds},
  {name: 'full build, memory', unit: 'MB', of: ({peakMegabytes}: Build) => peakMegabytes},
]

/** Time, processor time and memory of full builds, once beside each peer. */
export function fullBuildRows(
  ours: readonly Build[],
  peers: readonly {name: string; builds: readonly Build[]}[],
  pages: number,
): BenchRow[] {
  return measures.flatMap(({name, unit, of}) => {
    const row = rowOf('publish', name, unit, ours.map(of), pages)
    return peers.map((peer) => against(row, peer.name, peer.builds.map(of)))
  })
}
