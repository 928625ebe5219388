import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {parseBuilderSettings} from '../../../scripts/publisher/builder/builderSettings.ts'
import {bundlePages, codeDigest} from '../../../scripts/publisher/builder/bundlePages.ts'
import {staticFiles} from '../../../scripts/publisher/builder/staticFiles.ts'
import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'
import {openRenderer} from '../../../site/renderer/openRenderer.ts'

/**
 * Builds the whole site from nothing each time it is asked: a snapshot of its own, every page rendered. It knows nothing
 * of the release before, and so is what a build from the release before must equal.
 */
const settings = parseBuilderSettings(process.env)
const store = openReleaseStore(settings.releases)
const bundle = await bundlePages(await codeDigest(settings.siteUrl), settings.environment)

async function build(now: string) {
  const renderer = await openRenderer({...settings, bundle, snapshotFile: ':memory:', now})
  try {
    await renderer.advance(settings.source, {documents: [], scope: 'everything'}, now)
    const files = await staticFiles(bundle, settings.releases)
    for (const page of renderer.pages()) {
      const {text, pictureFiles} = await renderer.render(page)
      files.set(page.file, store.putFile(Buffer.from(text)))
      for (const picture of pictureFiles) {
        const made = await renderer.makePicture(picture)
        files.set(picture.path.slice(1), store.putFile(await readFile(made)))
      }
    }
    return store.update(undefined, files)
  } finally {
    renderer.close()
  }
}

process.on('message', (now: string) => {
  build(now).then(
    (release) => process.send?.({release, folder: join(settings.releases, 'trees', release)}),
    (error: unknown) => process.send?.({refused: error instanceof Error ? error.message : error}),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ready: true})
