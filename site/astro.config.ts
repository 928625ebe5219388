import {defineConfig} from 'astro/config'

import {astroOptions} from './astroOptions.ts'
import {addressFiles} from './integrations/addressFiles.ts'
import {contentSnapshot} from './integrations/contentSnapshot.ts'
import {errorPages} from './integrations/errorPages.ts'
import {pictureFiles} from './integrations/pictureFiles.ts'
import {relativeStyles} from './integrations/relativeStyles.ts'
import {siteConfig} from './siteConfig.ts'

const config = siteConfig(process.env)
const options = astroOptions(config.siteUrl)

export default defineConfig({
  ...options,
  output: 'static',
  server: {host: '127.0.0.1', port: Number(process.env.SITE_PORT || 4321)},
  integrations: [
    ...options.integrations,
    contentSnapshot(config),
    pictureFiles(config),
    errorPages(),
    addressFiles(),
    relativeStyles(),
  ],
})
