import fc from 'fast-check'

import {buildSite} from './buildSite.ts'
import {elementsOf} from './readHtml.ts'
import {expect, test, trialDocuments, write} from './test.ts'

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea></title></style></svg><b>',
  '<!-- {{constructor}} ${1} -->',
  '&lt;b&gt; & <b',
  ']]><svg onload=alert(1)>',
  '\u202e<a href=javascript:alert(1)>\u0000',
]

test(
  'hostile text in every field makes no new element',
  {timeout: 60_000},
  async ({lake, site}) => {
    const client = await lake.client('hostile')
    const strings = fc.sample(fc.string({unit: 'grapheme', maxLength: 30}), {numRuns: 20, seed: 1})
    let turn = 0
    const spoil = (text: string) => {
      turn += 1
      return `${text}${hostile[turn % hostile.length]}${strings[turn % strings.length] ?? ''}`
    }
    await write(
      client,
      (await trialDocuments(client)).map((document) => spoiled(document, spoil)),
    )

    const spoiledSite = await buildSite(lake.url, 'hostile', `${lake.dataDir}/hostile`)
    expect([...spoiledSite.pages.values()].join('')).toContain('&lt;script&gt;alert(1)')
    expect([...spoiledSite.pages.keys()]).toEqual([...site.pages.keys()])
    for (const [path, html] of spoiledSite.pages) {
      expect.soft(shapeOf(html), path).toEqual(shapeOf(site.pages.get(path) ?? ''))
    }
  },
)

/** A copy with every text a person types spoiled; what the form of a value decides is left. */
function spoiled<Value>(value: Value, spoil: (text: string) => string): Value
function spoiled(value: unknown, spoil: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((member) => spoiled(member, spoil))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      typeof child === 'string' && isTyped(name, value) ? spoil(child) : spoiled(child, spoil),
    ]),
  )
}

/** Names of fields that hold free text. */
const typed = new Set([
  'title',
  'publisher',
  'note',
  'name',
  'venue',
  'host',
  'text',
  'code',
  'kind',
  'number',
  'standard',
  'unit',
])

function isTyped(name: string, owner: object) {
  if (name === 'value')
    return '_type' in owner && /Array(String|Text)Value$/.test(String(owner._type))
  const isChoice = name === 'kind' && '_id' in owner
  const isNuts = name === 'code' && 'version' in owner
  return typed.has(name) && !isChoice && !isNuts
}

/** The elements of a page and the names of their attributes. */
const shapeOf = (html: string) =>
  elementsOf(html).map(({name, attributes}) => `${name} ${Object.keys(attributes).join(' ')}`)
