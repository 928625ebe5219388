import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {parseBuilderSettings} from '../../../scripts/publisher/builder/builderSettings.ts'
import {bundlePages, codeDigest} from '../../../scripts/publisher/builder/bundlePages.ts'
import {staticFiles} from '../../../scripts/publisher/builder/staticFiles.ts'
import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'
import {openRenderer} from '../../../site/renderer/openRenderer.ts'

/** What a site is made of besides content and code. */
export interface CleanBuild {
  /** The moment it is made for, ISO 8601. */
  now: string
  /** What is held back, each with the version that is shown instead; `null` where none is. */
  heldBack: {document: string; shown: unknown}[]
}

/**
 * Builds the whole site from nothing each time it is asked: a snapshot of its own, every page rendered. It knows nothing
 * of the release before, and so is what a build from the release before must equal.
 */
const settings = parseBuilderSettings(process.env)
const store = openReleaseStore(settings.releases)
const bundle = await bundlePages(await codeDigest(settings.siteUrl), settings.environment)

async function build({now, heldBack}: CleanBuild) {
  const renderer = await openRenderer({...settings, bundle, snapshotFile: ':memory:', now})
  try {
    await renderer.advance(settings.source, {documents: [], scope: 'everything'}, now)
    for (const {document, shown} of heldBack) renderer.setGood(document, shown)
    renderer.hold(heldBack.map(({document}) => document))
    const files = await staticFiles(bundle, settings.releases)
    for (const page of renderer.pages()) {
      const outcome = await renderer.render(page)
      if ('failure' in outcome) throw outcome.failure
      const {text, pictureFiles} = outcome
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

process.on('message', (asked: CleanBuild) => {
  build(asked).then(
    (release) => process.send?.({release, folder: join(settings.releases, 'trees', release)}),
    (error: unknown) => process.send?.({refused: error instanceof Error ? error.message : error}),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ready: true})
