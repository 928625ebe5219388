import {benchLocales} from './benchLocales.ts'

/** How many documents of each kind a generated site has. */
export interface SiteShape {
  meeting: number
  partner: number
  policy: number
  thirdPlaceType: number
}

/** The documents behind about so many pages in eight languages: mostly meetings, as the project has them. */
export function siteShape(pages: number): SiteShape {
  const documents = Math.round(pages / benchLocales.length)
  const share = (part: number) => Math.max(1, Math.round(documents * part))
  const partner = share(0.25)
  const policy = share(0.25)
  const thirdPlaceType = share(0.05)
  return {partner, policy, thirdPlaceType, meeting: documents - partner - policy - thirdPlaceType}
}

/** How many sources and regions there are to point to, whatever the size. */
export const SOURCES = 60
export const REGIONS = 20
