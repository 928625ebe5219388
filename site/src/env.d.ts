declare namespace App {
  interface Locals {
    /** What stands at the address that is being rendered. */
    page: import('#queries/sitePages.ts').SitePage
    /** What the page read, once it is rendered: given to whoever renders. */
    reads?: readonly import('#content/tracker.ts').Read[]
    /** Why it could not be rendered: Astro itself answers 500 and says no more. */
    error?: unknown
  }
}
