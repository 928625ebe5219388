/** One measured figure; `peer` is what it was compared with in the same run, `ratio` how many times as good ours is. */
export interface BenchRow {
  bench: string
  case: string
  size: number | null
  unit: string
  median: number
  p95: number
  peer: string | null
  peerMedian: number | null
  ratio: number | null
}

/** A row of samples without a peer. */
export function rowOf(
  bench: string,
  name: string,
  unit: string,
  samples: readonly number[],
): BenchRow {
  return {
    bench,
    case: name,
    size: null,
    unit,
    median: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    peer: null,
    peerMedian: null,
    ratio: null,
  }
}

/** The value below which a share of the samples lies (nearest rank). */
function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
