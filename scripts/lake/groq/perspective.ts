/** How drafts and versions are laid over published documents: not at all, or in layers, the top one first. */
export type Perspective = 'raw' | readonly string[]

const DRAFTS = 'drafts'
const PUBLISHED = 'published'

/**
 * Reads `raw`, `published`, `drafts` (or `previewDrafts`), or a comma list of release names and `drafts`.
 * Returns nothing for what is no perspective.
 * @see https://www.sanity.io/docs/content-lake/perspectives
 */
export function parsePerspective(text: string): Perspective | undefined {
  const names = text.split(',').map((name) => (name === 'previewDrafts' ? DRAFTS : name))
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  if (!names.every((name) => name !== 'raw' && /^[\w-]+$/.test(name))) return undefined
  return names.filter((name) => name !== PUBLISHED)
}

/** The ids a document may have under a perspective, the one that counts first. */
export function layeredIds(publishedId: string, layers: readonly string[]) {
  const versionIds = layers.map((name) =>
    name === DRAFTS ? `drafts.${publishedId}` : `versions.${name}.${publishedId}`,
  )
  return [...versionIds, publishedId]
}

/** `abc` for `abc`, `drafts.abc` and `versions.spring.abc`. */
export function publishedIdOf(id: string) {
  return id.replace(/^(drafts\.|versions\.[^.]+\.)/, '')
}
