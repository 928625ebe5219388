import type {Release} from '../publisher/releases/ledger/release.ts'
import type {Releases} from './readReleases.ts'
import {shortId} from './shortId.ts'

/**
 * Finds the release that a person means: `live`, `previous` (the one before the live one), an id, or the first six or more
 * characters of one. Throws when there is none, or more than one.
 */
export function resolveRelease(releases: Releases, name: string): Release {
  if (name === 'live') return found(releases.live, 'Nothing is live yet.')
  if (name === 'previous') return previous(releases)
  if (!/^[0-9a-f]{6,64}$/.test(name)) {
    throw new Error(
      `"${name}" is no release. Write live, previous, or the first six or more characters of an id.`,
    )
  }
  const matches = releases.ledger.releases().filter(({id}) => id.startsWith(name))
  const ids = [...new Set(matches.map(({id, base}) => base ?? id))]
  if (ids.length > 1) {
    throw new Error(`Several releases begin with ${name}: ${ids.map(shortId).join(', ')}.`)
  }
  const [id = name] = ids
  return found(
    releases.ledger.siteOf(id),
    `There is no release ${name}. Those that are kept: npm run releases:list`,
  )
}

function previous({sites, live}: Releases): Release {
  const {id, sequence} = found(live, 'Nothing is live yet.')
  const before = sites.find((release) => release.sequence < sequence && release.id !== id)
  return found(before, `There is no release before the live one, ${shortId(id)}.`)
}

function found(release: Release | undefined, otherwise: string): Release {
  if (!release) throw new Error(otherwise)
  return release
}
