import {mkdtemp, rm} from 'node:fs/promises'
import {devNull, tmpdir} from 'node:os'
import {join} from 'node:path'

import type {PictureFile, Renderer} from '@coworkmed/site/renderer'
import {ContentError, openRenderer} from '@coworkmed/site/renderer'

import {openReleaseStore} from '../releases/openReleaseStore.ts'
import {parseBuilderSettings} from './builderSettings.ts'
import {bundlePages, codeDigest} from './bundlePages.ts'
import {createAttempts} from './createAttempts.ts'
import {showVersions} from './showVersions.ts'
import {staticFiles} from './staticFiles.ts'
import {createSteps} from './steps.ts'

/**
 * Names those of these published documents, all there are, that a publisher would hold back, with where to mend them. Makes
 * every page once, in a folder that is removed. Rejects when pages fail and none of the documents is at fault.
 */
export async function heldBackDocuments(
  documents: readonly object[],
  environment: NodeJS.ProcessEnv,
): Promise<{document: string; message: string; field: string | null; language: string | null}[]> {
  const siteUrl = environment.SITE_URL || 'http://localhost:4321'
  const settings = parseBuilderSettings({...environment, SITE_URL: siteUrl})
  const releases = await mkdtemp(join(tmpdir(), 'content-check-'))
  const now = new Date().toISOString()
  try {
    openReleaseStore(releases).close()
    const bundle = await bundlePages(await codeDigest(siteUrl), settings.environment)
    const plain = await staticFiles(bundle, releases)
    const renderer = await openRenderer({...settings, bundle, snapshotFile: ':memory:', now})
    renderer.take(documents)
    const heldBack = await showVersions({
      renderer,
      attempts: createAttempts({
        renderer,
        releases,
        staticFiles: new Set(plain.keys()),
        kept: new Map(),
        onProgress: () => undefined,
        makePicture: (picture) => makeReachable(picture, renderer.makePicture),
      }),
      before: [],
      shown: new Map(),
      isSameCode: true,
      retriesPictures: false,
      now,
      steps: createSteps(() => undefined),
    })
    renderer.close()
    return heldBack.map(({document, refusal: {message, field, language}}) => ({
      document,
      message,
      field,
      language,
    }))
  } finally {
    await rm(releases, {recursive: true, force: true})
  }
}

/** A picture that cannot be fetched from here, as of a file that is not imported yet, says nothing against a document. */
async function makeReachable(picture: PictureFile, make: Renderer['makePicture']) {
  try {
    return await make(picture)
  } catch (error) {
    if (error instanceof ContentError) throw error
    return devNull
  }
}
