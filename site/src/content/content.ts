import type {Content, TrackedContent} from './createContent.ts'

declare global {
  /** Kept outside the bundle: whoever renders sets it, and the same pages serve the next snapshot. */
  var siteContent: TrackedContent | undefined
}

/** Gives the pages their content. Call it before anything is rendered, and again for another snapshot. */
export function setContent(next: TrackedContent): void {
  globalThis.siteContent = next
}

/** The content pages read, whichever snapshot is set. */
export const content: Content = {
  get: (type, reference, locale) => current().get(type, reference, locale),
  getPage: (reference, locale) => current().getPage(reference, locale),
  sourcesOf: (id) => current().sourcesOf(id),
  isOutdated: (id, locale) => current().isOutdated(id, locale),
  ids: (type) => current().ids(type),
  list: (type) => current().list(type),
  referring: (type, id) => current().referring(type, id),
  withdrawn: (type) => current().withdrawn(type),
  owns: (id, claim) => current().owns(id, claim),
  isPast: (moment) => current().isPast(moment),
  ask: (key, compute) => current().ask(key, compute),
}

/** Begins to note what is read, until `stop` gives it. One page at a time. */
export const recordReads = () => current().tracker.record()

function current(): TrackedContent {
  if (globalThis.siteContent) return globalThis.siteContent
  throw new Error('No content has been set. Call setContent with a snapshot before rendering.')
}
