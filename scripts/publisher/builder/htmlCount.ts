import type {SitePage} from '@coworkmed/site/renderer'

const counted = new WeakMap<readonly SitePage[], number>()

/** How many HTML pages a site has: of its pages, counted once for each list of them, and of other files. */
export function htmlCount(pages: readonly SitePage[], others: Iterable<string>): number {
  const known = counted.get(pages) ?? pages.filter(({file}) => isHtml(file)).length
  counted.set(pages, known)
  return known + [...others].filter(isHtml).length
}

const isHtml = (file: string) => file.endsWith('.html')
