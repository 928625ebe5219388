import mdx from '@astrojs/mdx'
import type {AstroUserConfig} from 'astro'

/** What decides the bytes of pages: the same for `astro build` and for the warm renderer. */
export const astroOptions = (siteUrl: string) =>
  ({
    site: siteUrl,
    trailingSlash: 'always',
    build: {format: 'directory', inlineStylesheets: 'never', assets: 'assets'},
    devToolbar: {enabled: false},
    integrations: [mdx()],
    vite: {build: {cssCodeSplit: false, assetsInlineLimit: 0}},
  }) satisfies AstroUserConfig
