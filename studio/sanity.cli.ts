import {defineCliConfig} from 'sanity/cli'

import {ownPage} from './src/page/ownPage.ts'

export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_PROJECT_ID ?? 'local',
    dataset: process.env.SANITY_DATASET ?? 'production',
  },
  deployment: {autoUpdates: false},
  reactStrictMode: false,
  typegen: {
    path: './src/**/*.none',
    schema: '.sanity/schema.json',
    generates: process.env.CONTENT_TYPES_FILE ?? '../schemas/src/content.generated.ts',
    overloadClientMethods: false,
  },
  vite: {plugins: [ownPage(process.env)]},
})
