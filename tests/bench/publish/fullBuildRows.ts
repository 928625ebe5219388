import type {BenchRow} from '../row.ts'
import {against, rowOf} from '../row.ts'
import type {Build} from './fullBuilds.ts'

const measures = [
  {name: '', unit: 's', of: ({seconds}: Build) => seconds},
  {name: ', processors', unit: 's', of: ({cpuSeconds}: Build) => cpuSeconds},
  {name: ', memory', unit: 'MB', of: ({peakMegabytes}: Build) => peakMegabytes},
]

/** Time, processor time and memory of full builds, from nothing and with the content at hand, once beside each peer. */
export function fullBuildRows(
  {fromNothing, atHand}: {fromNothing: readonly Build[]; atHand: readonly Build[]},
  peers: readonly {name: string; builds: readonly Build[]}[],
  pages: number,
): BenchRow[] {
  const kinds = [
    {kind: 'full build from nothing', builds: fromNothing},
    {kind: 'full build, content at hand', builds: atHand},
  ]
  return kinds.flatMap(({kind, builds}) =>
    measures.flatMap(({name, unit, of}) => {
      const row = rowOf('publish', `${kind}${name}`, unit, builds.map(of), pages)
      return peers.map((peer) => against(row, peer.name, peer.builds.map(of)))
    }),
  )
}
