import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const folder = join(import.meta.dirname, '../../../site/src')

/** Where the site takes in content and pictures: the doors. */
const DOORS = /^(content\/snapshot\/|pictures\/(writePictureFile|cachedFile)\.ts$)/

/* The linter refuses what has a name; it does not see the hour that is no one's property, nor between the tags of a component. */
const SURROUNDINGS =
  /new Date\(\s*\)|(?<!new )\bDate\(|Date\.now|Temporal\.Now|Math\.random|randomUUID|process\.|import\.meta\.env|(?<![.\w])fetch\(/

const sources = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
  (file) => /\.(ts|astro|mdx)$/.test(file) && !DOORS.test(file),
)

test('pages are made of content and the moment they are given: nothing else is asked', () => {
  expect(sources.length).toBeGreaterThan(100)
  const asking = sources.flatMap((file) => {
    const found = SURROUNDINGS.exec(readFileSync(join(folder, file), 'utf8'))
    return found ? [`${file}: ${found[0]}`] : []
  })
  expect(asking).toEqual([])
})

test.each([
  'const now = new Date()',
  '<p>{new Date( ).getFullYear()}</p>',
  'Date()',
  'Math.random()',
  'await fetch(url)',
  'process.env.HOME',
])('finds `%s`', (source) => {
  expect(source).toMatch(SURROUNDINGS)
})

test.each(['new Date(value)', 'Date.UTC(2020, 6, 1)', 'fetchDocuments(client)', 'toDate(value)'])(
  'lets `%s` be',
  (source) => {
    expect(source).not.toMatch(SURROUNDINGS)
  },
)
