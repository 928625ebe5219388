import {setImmediate as breath} from 'node:timers/promises'

import type {SitePage} from '@coworkmed/site/renderer'
import {openRenderer} from '@coworkmed/site/renderer'

import {openLedger} from '../releases/ledger/openLedger.ts'
import {openReleaseStore} from '../releases/openReleaseStore.ts'
import {ledgerPath} from '../releases/storePaths.ts'
import type {AffectedPage} from './affectedPages.ts'
import {affectedPages} from './affectedPages.ts'
import {refusalOf} from './buildFailure.ts'
import type {BuilderSettings} from './builderSettings.ts'
import {bundlePages, codeDigest} from './bundlePages.ts'
import {applyChanges, changesOf} from './changesOf.ts'
import {describeBuild} from './describeBuild.ts'
import {htmlCount} from './htmlCount.ts'
import type {KeptPage} from './keptPages.ts'
import {readKeptPages} from './keptPages.ts'
import {makePictures, missingPictures} from './makePictures.ts'
import type {BuilderMessage, BuilderRequest} from './protocol.ts'
import {recordBuild} from './recordBuild.ts'
import type {RenderedFile} from './renderPages.ts'
import {renderPages} from './renderPages.ts'
import {staticFiles} from './staticFiles.ts'
import type {Steps} from './steps.ts'
import {createSteps} from './steps.ts'

type BuildRequest = Extract<BuilderRequest, {type: 'build'}>

/** Makes releases of the site, each from the one before. Rejects when the pages cannot be bundled. */
export async function createSiteBuilder(
  settings: BuilderSettings,
  tell: (message: BuilderMessage) => void,
) {
  const {releases, source, siteUrl, environment} = settings
  const code = await codeDigest(siteUrl)
  const bundle = await bundlePages(code, environment)
  const store = openReleaseStore(releases)
  const ledger = openLedger(ledgerPath(releases))
  let head = ledger.head()
  let isSameCode = head?.code === code
  const kept: Map<string, KeptPage> = head ? readKeptPages(ledger, head.sequence) : new Map()
  const plain = await staticFiles(bundle, releases)
  const renderer = await openRenderer({
    ...settings,
    bundle,
    now: head?.at ?? new Date().toISOString(),
  })
  let before = renderer.documents()
  let pagesBefore: readonly SitePage[] | undefined

  async function run(request: BuildRequest, steps: Steps) {
    const {now} = request
    await steps.run('snapshot', () => renderer.advance(source, request, now))
    const affected = await steps.run('affected', () => affectedPages(renderer, kept, isSameCode))
    const rendered = await steps.run('render', () => render(affected))
    return steps.run('write', () => write(request, affected, rendered))
  }

  const render = (affected: readonly AffectedPage[]) =>
    renderPages(renderer, affected, {releases, staticFiles: new Set(plain.keys())}, (done) =>
      tell({type: 'step', step: 'render', done, of: affected.length}),
    )

  async function write(
    request: BuildRequest,
    affected: readonly AffectedPage[],
    rendered: readonly RenderedFile[],
  ) {
    const pictures = await makePictures(renderer, missingPictures(rendered, kept), releases)
    const sitePages = renderer.pages()
    const isOtherSite = !isSameCode || sitePages !== pagesBefore
    const changes = changesOf({renderer, kept, affected, rendered, plain, pictures, isOtherSite})
    const differing = changes.filter(({path, hash}) => hash !== (kept.get(path)?.hash ?? null))
    const release = store.update(head?.id, new Map(differing.map(({path, hash}) => [path, hash])))
    store.flush()
    const after = renderer.documents()
    const made = {
      release,
      pages: htmlCount(sitePages, plain.keys()),
      nextChangeAt: renderer.nextChangeAt(),
    }
    if (release !== head?.id || changes.length > 0 || !isSameCode)
      recordBuild(ledger, renderer, {...made, at: request.now, code, documents: after, changes})
    applyChanges(kept, changes)
    const built = describeBuild({
      ...made,
      ledger,
      head,
      differing,
      kept,
      before,
      after,
      renderer,
      request,
    })
    head = ledger.head()
    pagesBefore = sitePages
    isSameCode = true
    before = after
    return built
  }

  return {
    /** Builds; the answer says what became of it. Ends the process when the site's code has changed: the next one has it. */
    async build(request: BuildRequest): Promise<BuilderMessage> {
      if (request.scope === 'everything' && (await codeDigest(siteUrl)) !== code) process.exit(0)
      const steps = createSteps(tell)
      try {
        const built = await run(request, steps)
        return {...built, steps: steps.took}
      } catch (error) {
        return {type: 'refused', refusal: refusalOf(error, steps.current())}
      }
    },
    /**
     * Gets ready for the next build while nobody waits: asks once what pages depend on that were rendered elsewhere, and
     * copies wide directories ahead.
     */
    async prepare(): Promise<void> {
      if (head) store.prepare(head.id)
      if (!isSameCode) return
      for (const [index, page] of [...kept.values()].entries()) {
        if (index % 200 === 199) await breath()
        try {
          renderer.whyStale(page)
        } catch {
          // told when it is built
        }
      }
    },
    close() {
      renderer.close()
      ledger.close()
      store.close()
    },
  }
}
