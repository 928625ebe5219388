import {setTimeout as sleep} from 'node:timers/promises'
import {brotliCompressSync} from 'node:zlib'

import {z} from 'zod'

import {launchBrowser} from '../e2e/launchBrowser.ts'
import type {Line} from '../e2e/line.ts'
import {startLine} from '../e2e/line.ts'
import {visit} from '../e2e/pages/site.ts'
import {openDocument, writeLocalized} from '../e2e/pages/studio.ts'
import {findBrowser} from '../findBrowser.ts'
import {freshClone} from './freshClone.ts'
import type {BenchRow} from './row.ts'
import {rowOf} from './row.ts'

const STARTS = 3
const PUBLISHES = 30
const FLORENCE = '/fr/reunions/florence-2017-10-05/'

const publisherStatus = z.object({release: z.object({pages: z.number()})})

/** The line as its users meet it: starting, publishing, and what a page weighs. */
export async function line(): Promise<BenchRow[]> {
  const clone = freshClone()
  const began = performance.now()
  const running = await startLine(clone.directory)
  const fresh = seconds(began)
  try {
    const warm = await repeat(STARTS, () => warmStart(running))
    return [
      rowOf('line', 'fresh clone to Ready', 's', [fresh]),
      rowOf('line', 'warm start to Ready', 's', warm),
      rowOf('line', 'click on Publish to visible on the site', 'ms', await publishes(running)),
      ...(await weights(running)),
    ]
  } finally {
    await running.remove()
    clone.remove()
  }
}

async function warmStart(running: Line) {
  await running.interrupt()
  const began = performance.now()
  await running.startAgain()
  return seconds(began)
}

async function publishes(running: Line) {
  const browser = await launchBrowser(await findBrowser())
  try {
    const page = await browser.newPage({viewport: {width: 1600, height: 1000}})
    await openDocument(page, running.studio, 'meeting', 'meeting-2017-10-05-florence')
    return await repeat(PUBLISHES, async (round) => {
      const title = `Groupe de travail, mesure ${round}`
      await writeLocalized(page, 'title', 'fr', title)
      const button = page.locator('[data-testid="action-publish"]:not([data-disabled="true"])')
      await button.waitFor()
      const began = performance.now()
      await button.click()
      while (!(await visit(running.site, FLORENCE)).html.includes(title)) await sleep(10)
      return performance.now() - began
    })
  } finally {
    await browser.close()
  }
}

async function weights(running: Line) {
  const {html} = await visit(running.site, FLORENCE)
  const styles = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
    ([, href = '']) => new URL(href, new URL(FLORENCE, running.site)).pathname,
  )
  const css = await Promise.all(styles.map(async (href) => (await visit(running.site, href)).html))
  const status = publisherStatus.parse(await (await fetch(`${running.publisher}/status`)).json())
  return [
    rowOf('line', 'pages built', 'pages', [status.release.pages]),
    rowOf('line', 'Florence page, HTML', 'kB', [kilobytes(html)]),
    rowOf('line', 'Florence page, HTML compressed', 'kB', [kilobytes(brotliCompressSync(html))]),
    rowOf('line', 'Florence page, CSS', 'kB', [kilobytes(css.join(''))]),
    rowOf('line', 'Florence page, CSS compressed', 'kB', [
      kilobytes(brotliCompressSync(css.join(''))),
    ]),
  ]
}

async function repeat(times: number, work: (round: number) => Promise<number>) {
  const samples = []
  for (let round = 0; round < times; round += 1) samples.push(await work(round))
  return samples
}

const seconds = (began: number) => (performance.now() - began) / 1000
const kilobytes = (content: string | Buffer) => Buffer.byteLength(content) / 1000
