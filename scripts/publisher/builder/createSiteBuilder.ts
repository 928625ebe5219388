import {setImmediate as breath} from 'node:timers/promises'

import type {SitePage} from '@coworkmed/site/renderer'
import {openRenderer} from '@coworkmed/site/renderer'
import {isDamage, isDamagedDatabase, removeSnapshot} from '@coworkmed/site/snapshotDamage'

import {openLedger} from '../releases/ledger/openLedger.ts'
import {openReleaseStore} from '../releases/openReleaseStore.ts'
import {ledgerPath} from '../releases/storePaths.ts'
import {refusalOf} from './buildFailure.ts'
import type {BuilderSettings} from './builderSettings.ts'
import {bundlePages, codeDigest, parserDigest} from './bundlePages.ts'
import {applyChanges, changesOf} from './changesOf.ts'
import type {Attempts} from './createAttempts.ts'
import {createAttempts} from './createAttempts.ts'
import {describeBuild} from './describeBuild.ts'
import type {HeldDocument} from './heldDocuments.ts'
import {htmlCount} from './htmlCount.ts'
import type {KeptPage} from './keptPages.ts'
import {readKeptPages} from './keptPages.ts'
import {lostFiles, withoutLost} from './lostFiles.ts'
import type {BuilderMessage, BuilderRequest} from './protocol.ts'
import {isNews, recordBuild} from './recordBuild.ts'
import {showVersions} from './showVersions.ts'
import {staticFiles} from './staticFiles.ts'
import type {Steps} from './steps.ts'
import {createSteps} from './steps.ts'

type BuildRequest = Extract<BuilderRequest, {type: 'build'}>

/** Makes releases of the site, each from the one before. Rejects when the pages cannot be bundled. */
export async function createSiteBuilder(
  settings: BuilderSettings,
  tell: (message: BuilderMessage) => void,
) {
  const {releases, source, siteUrl, environment, snapshotFile, cacheDirectory} = settings
  const code = await codeDigest(siteUrl)
  const bundle = await bundlePages(code, environment)
  const store = openReleaseStore(releases)
  const ledger = openLedger(ledgerPath(releases))
  let head = ledger.head()
  let isSameCode = head?.code === code
  const kept: Map<string, KeptPage> = head ? readKeptPages(ledger, head.sequence) : new Map()
  const plain = await staticFiles(bundle, releases)
  const madeBy = await parserDigest()
  const renderer = await openRenderer({
    ...settings,
    bundle,
    make: madeBy,
    now: head?.at ?? new Date().toISOString(),
  })
  let before = renderer.documents()
  let shown: ReadonlyMap<string, string> = ledger.shownRevisions()
  let pagesBefore: readonly SitePage[] | undefined

  async function run(request: BuildRequest, steps: Steps) {
    const {now, scope} = request
    renderer.settleShown(shown)
    await steps.run('snapshot', () => renderer.advance(source, request, now))
    restoreGood()
    const lost = scope === 'everything' ? lostFiles(releases, kept) : new Set<string>()
    if (lost.size > 0) store.forgetPrepared()
    if (plain.keys().some((path) => lost.has(path))) await staticFiles(bundle, releases)
    try {
      return await make(request, steps, lost)
    } catch (error) {
      if (lost.size === 0) throw error
      return make(request, steps, new Set()) // what cannot be made anew stays lost, and stops nothing else
    }
  }

  async function make(request: BuildRequest, steps: Steps, lost: ReadonlySet<string>) {
    const {now, scope} = request
    const attempts = createAttempts({
      renderer,
      releases,
      staticFiles: new Set(plain.keys()),
      kept: withoutLost(kept, lost),
      helper: {bundle, make: madeBy, now, snapshotFile, cacheDirectory},
      onProgress: (done, of) => tell({type: 'step', step: 'render', done, of}),
    })
    const heldBack = await showVersions({
      renderer,
      attempts,
      before: ledger.heldBack(),
      shown,
      isSameCode,
      retriesPictures: scope === 'everything',
      now,
      steps,
    })
    return steps.run('write', () => write(request, attempts.outcome(), heldBack))
  }

  /** A snapshot that was made anew does not know the versions that the site shows of documents that are held back. */
  function restoreGood() {
    const held = renderer.heldDocuments()
    for (const {document, shown: revision} of ledger.heldBack()) {
      if (!held.has(document) && revision !== null)
        renderer.setGood(document, ledger.heldVersion(document, revision))
    }
  }

  async function write(
    request: BuildRequest,
    {affected, rendered, pictures}: ReturnType<Attempts['outcome']>,
    heldBack: readonly HeldDocument[],
  ) {
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
    const finished = {...made, at: request.now, code, documents: after, changes, heldBack}
    if (release !== head?.id || !isSameCode || isNews(ledger, shown, finished))
      shown = recordBuild(ledger, renderer, finished, shown)
    const previous = {head, before}
    head = ledger.head()
    pagesBefore = sitePages
    isSameCode = true
    before = after
    renderer.settle()
    applyChanges(kept, changes)
    return describeBuild({
      ...made,
      ledger,
      ...previous,
      differing,
      kept,
      after,
      renderer,
      request,
      heldBack,
    })
  }

  return {
    /**
     * Builds; the answer says what became of it. Ends the process when the site's code has changed, or its snapshot is
     * damaged: the next one has the new code, and fetches a new snapshot.
     */
    async build(request: BuildRequest): Promise<BuilderMessage> {
      if (request.scope === 'everything' && (await codeDigest(siteUrl)) !== code) process.exit(0)
      const steps = createSteps(tell)
      try {
        const built = await run(request, steps)
        return {...built, steps: steps.took}
      } catch (error) {
        if (isDamage(error) && isDamagedDatabase(snapshotFile)) {
          renderer.close()
          removeSnapshot(snapshotFile)
          process.exit(0)
        }
        return {type: 'refused', refusal: refusalOf(error, steps.current())}
      }
    },
    /**
     * Gets ready for the next build while nobody waits: asks once what pages depend on that were rendered elsewhere, and
     * copies wide directories ahead.
     */
    async prepare(): Promise<void> {
      if (head) store.prepare(head.id)
      await renderer.trimPictures().catch(() => undefined) // tried again with the next pictures
      if (!isSameCode) return
      for (const [index, page] of [...kept.values()].entries()) {
        if (index % 200 === 199) await breath()
        renderer.whyStale(page)
      }
    },
    close() {
      renderer.close()
      ledger.close()
      store.close()
    },
  }
}
