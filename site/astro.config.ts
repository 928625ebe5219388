import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'

import {contentSnapshot} from './integrations/contentSnapshot.ts'
import {errorPages} from './integrations/errorPages.ts'
import {pictureFiles} from './integrations/pictureFiles.ts'
import {relativeStyles} from './integrations/relativeStyles.ts'
import {siteConfig} from './siteConfig.ts'

const config = siteConfig(process.env)

export default defineConfig({
  site: config.siteUrl,
  output: 'static',
  trailingSlash: 'always',
  build: {format: 'directory', inlineStylesheets: 'never', assets: 'assets'},
  server: {host: '127.0.0.1', port: Number(process.env.SITE_PORT || 4321)},
  devToolbar: {enabled: false},
  integrations: [
    mdx(),
    contentSnapshot(config),
    pictureFiles(config),
    errorPages(),
    relativeStyles(),
  ],
  vite: {build: {cssCodeSplit: false, assetsInlineLimit: 0}},
})
