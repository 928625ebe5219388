import type {Content} from './createContent.ts'

declare global {
  /** Kept outside the bundle: whoever renders sets it, and the same pages serve the next snapshot. */
  var siteContent: Content | undefined
}

/** Gives the pages their content. Call it before anything is rendered, and again for another snapshot. */
export function setContent(next: Content): void {
  globalThis.siteContent = next
}

/** The content pages read, whichever snapshot is set. */
export const content: Content = {
  get: (reference) => current().get(reference),
  list: (type, project) => current().list(type, project),
  now: () => current().now(),
}

function current(): Content {
  if (globalThis.siteContent) return globalThis.siteContent
  throw new Error('No content has been set. Call setContent with a snapshot before rendering.')
}
