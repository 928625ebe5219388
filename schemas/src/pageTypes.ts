/** The types that have pages of their own: a title and an address in each language. */
export const pageTypes = ['meeting', 'partner', 'policy', 'thirdPlaceType'] as const

/** A type that has pages of its own. */
export type PageTypeName = (typeof pageTypes)[number]

/** Whether documents of a type have pages of their own. */
export const isPageType = (name: unknown): name is PageTypeName =>
  pageTypes.some((known) => known === name)
