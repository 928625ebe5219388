import fc from 'fast-check'
import {expect, test} from 'vitest'

import {checkPage} from '../../../scripts/publisher/builder/checkPage.ts'

const folder = fc.constantFrom('fr', 'reunions', 'éa', 'a.b', '%C3%A9', '..', '.', '')
const address = fc
  .tuple(
    fc.constantFrom('', './', '../', '../../', '../../../', '/'),
    fc.array(folder, {maxLength: 3}),
  )
  .map(([start, folders]) => start + folders.join('/'))
  .filter((text) => text !== '' && !text.startsWith('//'))
const path = fc
  .array(fc.constantFrom('fr', 'reunions', 'a-b'), {maxLength: 3})
  .map((folders) => ['', ...folders, ''].join('/'))

test('looks for the file that a browser would ask for, whatever the address', () => {
  fc.assert(
    fc.property(address, path, (href, from) => {
      const {pathname} = new URL(href, `http://site${from}`)
      const wanted = decodeURI(pathname).slice(1)
      expect(filesNamed(href, from)).toEqual([
        wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted,
      ])
    }),
  )
})

function filesNamed(href: string, from: string) {
  const named: string[] = []
  const page = {path: from, file: 'index.html', view: 'home', locale: 'fr', id: null} as const
  const html = `<html><title>A</title><h1>A</h1><a href="${href}">a</a></html>`
  checkPage(page, {text: html, isWhole: true}, (file) => named.push(file) > 0)
  return named
}
