import {defineConfig} from 'astro/config'

import {astroOptions} from '../astroOptions.ts'
import {relativeStyles} from '../integrations/relativeStyles.ts'
import {siteConfig} from '../siteConfig.ts'
import {adapter} from './adapter.ts'

const options = astroOptions(siteConfig(process.env).siteUrl)

/** The same pages as `../astro.config.ts`, bundled once for the warm renderer; content is given to them when they run. */
export default defineConfig({
  ...options,
  output: 'server',
  adapter,
  integrations: [...options.integrations, relativeStyles()],
})
