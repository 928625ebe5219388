import type {Release} from './ledger/release.ts'

interface Kept {
  /** The roots to keep. */
  ids: Set<string>
  /** The recorded releases to keep. */
  sequences: Set<number>
}

/**
 * Which releases stay: the `newest` different sites, those of `alsoIds` (live, pinned), and compressed copies of any of
 * them. `releases` come newest first; of a site that was recorded twice the newest record stays.
 */
export function keptReleases(
  releases: readonly Release[],
  newest: number,
  alsoIds: readonly string[],
): Kept {
  const records = new Map(releases.toReversed().map((release) => [release.id, release]))
  const siteOf = (id: string) => records.get(id)?.base ?? id
  const sites = releases.filter(({kind}) => kind === 'site').map(({id}) => id)
  const kept = new Set([...new Set(sites)].slice(0, newest).concat(alsoIds.map(siteOf)))
  const recorded = [...records.values()].filter(({id}) => kept.has(siteOf(id)))
  return {
    ids: new Set([...alsoIds, ...recorded.map(({id}) => id)]),
    sequences: new Set(recorded.map(({sequence}) => sequence)),
  }
}
