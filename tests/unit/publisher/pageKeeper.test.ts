import {readFileSync, rmSync, writeFileSync} from 'node:fs'

import {expect, onTestFinished, test} from 'vitest'

import type {MadePage} from '../../../scripts/publisher/builder/keepPage.ts'
import {keeperHere, startPageKeeper} from '../../../scripts/publisher/builder/startPageKeeper.ts'
import {filePath} from '../../../scripts/publisher/releases/storePaths.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const html = (heading: string, middle: string) =>
  `<html><head><title>É</title></head><body>${heading}<main id="main" tabindex="-1">${middle}</main></body></html>`

const made = (number: number, text: string, middleOf?: string): MadePage => ({
  page: {
    path: `/fr/p${number}/`,
    file: `fr/p${number}/index.html`,
    view: 'meeting',
    locale: 'fr',
    id: `meeting-${number}`,
  },
  text,
  middleOf,
  pictures: [],
})

const textOf = (releases: string, hash = '') => readFileSync(filePath(releases, hash), 'utf8')

function keepers() {
  const store = {releases: temporaryDirectory(), files: new Set(['fr/p1/index.html'])}
  const thread = startPageKeeper(store)
  onTestFinished(() => thread.close())
  return {store, all: [keeperHere(store), thread]}
}

test('a thread keeps pages just as whoever renders them does, each under its own hash', async () => {
  const {store, all} = keepers()
  const texts = Array.from({length: 30}, (_, number) => html('<h1>Réunion</h1>', `${number} €`))
  const [here, there] = await Promise.all(
    all.map(({keep}) => Promise.all(texts.map((text, number) => keep(made(number, text))))),
  )

  expect(there).toEqual(here)
  expect(here?.map((hash) => textOf(store.releases, hash))).toEqual(texts)
})

test('a page that must not go live is refused with its place, and the next ones are kept', async () => {
  for (const {keep} of keepers().all) {
    const refused = keep(made(7, '<html><title>A</title></html>'))
    const lost = keep(made(8, html('<h1>A</h1>', '<a href="../p9/">a</a>')))
    const kept = keep(made(9, html('<h1>A</h1>', '<a href="../p1/">a</a>')))

    const place = {step: 'gate', document: 'meeting-7', language: 'fr'}
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('no heading'),
      place,
    })
    await expect(lost).rejects.toThrow('names ../p9/, which is not there')
    await expect(kept).resolves.toMatch(/^[0-9a-f]{64}$/)
  }
})

test('a page that keeps its middle takes it over byte by byte, whatever stands around it', async () => {
  const {store, all} = keepers()
  const middle = '<h1>Ñ &lt;/main> <!--kept middle--></h1>'
  const attribute = 'content="</main><main id=&#34;main&#34;><!--kept middle-->"'
  const before = html(`<p ${attribute}>before</p>`, middle)
  for (const {keep} of all) {
    const hash = await keep(made(1, before))
    const frame = html(`<p ${attribute}>after</p>`, '<!--kept middle-->')
    const after = await keep(made(1, frame, hash))

    expect(textOf(store.releases, after)).toBe(html(`<p ${attribute}>after</p>`, middle))
    await expect(keep(made(1, html('', 'no place'), hash))).rejects.toThrow(
      'no place for its middle',
    )
  }
})

test('a page keeps no middle of a file that is damaged or gone', async () => {
  const {store, all} = keepers()
  const frame = html('', '<!--kept middle-->')
  for (const {keep} of all) {
    const hash = (await keep(made(1, html('<h1>A</h1>', 'whole')))) ?? ''
    writeFileSync(filePath(store.releases, hash), html('<h1>A</h1>', 'other'))
    expect(await keep(made(1, frame, hash))).toBeUndefined()
    rmSync(filePath(store.releases, hash))
    expect(await keep(made(1, frame, hash))).toBeUndefined()
  }
})
