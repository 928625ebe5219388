/** One measured figure; `peer` is what it was compared with in the same run, `ratio` how many times as good ours is. */
export interface BenchRow {
  bench: string
  case: string
  /** Pages of the site it was measured on. */
  size: number | null
  unit: string
  median: number
  p95: number
  peer: string | null
  /** `null` beside a peer's name: it is not on this machine. */
  peerMedian: number | null
  ratio: number | null
}

/** A row of samples without a peer. */
export function rowOf(
  bench: string,
  name: string,
  unit: string,
  samples: readonly number[],
  size: number | null = null,
): BenchRow {
  return {
    bench,
    case: name,
    size,
    unit,
    median: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    peer: null,
    peerMedian: null,
    ratio: null,
  }
}

/** The row beside what another program took for the same, where less is better; without samples it was not there. */
export function against(row: BenchRow, peer: string, samples: readonly number[]): BenchRow {
  if (samples.length === 0) return {...row, peer}
  const peerMedian = quantile(samples, 0.5)
  return {...row, peer, peerMedian, ratio: peerMedian / row.median}
}

/** The value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
