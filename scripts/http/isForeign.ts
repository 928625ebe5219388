/**
 * Whether a browser sends a request for a page that does not belong here: of another site, or of another port of this
 * machine. `header` gives a header by its name in small letters. Programs say nothing of the kind, and could say anything.
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function isForeign(
  header: (name: string) => string | undefined,
  origins: ReadonlySet<string>,
): boolean {
  const site = header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return false
  const origin = header('origin') ?? originOf(header('referer'))
  return origin === undefined ? site !== undefined : !origins.has(origin)
}

/** Pictures name no origin, but the page that shows them. */
const originOf = (referrer: string | undefined) => referrer && URL.parse(referrer)?.origin

/** Whether a person follows a link: the answer replaces the page that asked, which learns nothing of it. */
export const isVisit = (header: (name: string) => string | undefined): boolean =>
  header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document'
