import {addressKey} from '@coworkmed/schemas/localized/addressSlug'
import {publicSlugs} from '@coworkmed/schemas/localized/publicSlugs'
import type {Locale} from '@coworkmed/schemas/locales'
import {isPageType} from '@coworkmed/schemas/pageTypes'
import {expectations} from '@coworkmed/schemas/parse/expectations'
import type {Finding} from '@coworkmed/schemas/parse/finding'
import {withdrawnSince} from '@coworkmed/schemas/schedule/schedule'

interface Claim {
  address: string
  id: string
  /** Milliseconds since 1970. */
  createdAt: number
  language: Locale
  slug: string
  isChecked: boolean
}

/** Collects documents; finds the addresses that two of one type claim in one language. The older document keeps it. */
export function createAddressCheck() {
  const claims: Claim[] = []

  return {
    /** A document, parsed. Those that are not `isChecked` only have their addresses. */
    add(id: string, document: Record<string, unknown>, isChecked: boolean) {
      if (!isPageType(document._type) || withdrawnSince(document, Date.now())) return
      const createdAt = Date.parse(String(document._createdAt))
      for (const {language, current: slug} of publicSlugs(document)) {
        const address = `${document._type} ${language} ${addressKey(slug)}`
        claims.push({address, id, createdAt, language, slug, isChecked})
      }
    },

    /** What was found; asked for when every document was added. */
    findings: (): Finding[] => [...Map.groupBy(claims, claimedAddress).values()].flatMap(clashes),
  }
}

const claimedAddress = ({address}: Claim) => address

function clashes(claims: readonly Claim[]): Finding[] {
  const [first, ...others] = claims.toSorted(byAge)
  return others
    .filter(({isChecked}) => isChecked || first?.isChecked)
    .map(({id: document, language, slug: found}) => ({
      document,
      path: ['slug'],
      language,
      expected: expectations.slugTaken,
      found,
    }))
}

const byAge = (one: Claim, other: Claim) =>
  one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1)
