/** Markdown is Markdown alone, as Hugo reads it; the stylesheet is copied. */
export default function configure(config) {
  config.addPassthroughCopy({'style.css': 'style.css'})
  config.addFilter('byTitle', (pages = []) =>
    pages.toSorted((a, b) => (a.data.title < b.data.title ? -1 : 1)),
  )
  config.addFilter('first', (pages = [], count) => pages.slice(0, count))
  return {markdownTemplateEngine: false}
}
