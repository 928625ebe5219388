import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'
import {z} from 'zod'

const root = join(import.meta.dirname, '..', '..', '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const readme = read('README.md')
const docs = readdirSync(join(root, 'docs')).map((name) => read(`docs/${name}`))
const everything = [readme, ...docs].join('\n')
const {scripts} = z
  .object({scripts: z.record(z.string(), z.string())})
  .parse(JSON.parse(read('package.json')))

const matches = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
]

const SCRIPT = /npm (?:run )?(start\b|test\b|(?<=run )[a-z]+(?::[a-z]+)?)/g

test('names only scripts that exist, and every script', () => {
  expect(matches(readme, SCRIPT).toSorted()).toEqual(Object.keys(scripts).toSorted())
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(matches(docs.join('\n'), SCRIPT)))
})

test('names only files and folders that exist', () => {
  const named = matches(everything, /`((?:schemas|studio|site|scripts|tests|docs)\/[\w./-]*)`/g)

  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => path !== 'site/dist' && !existsSync(join(root, path)))).toEqual([])
})

test('names only pictures that exist', () => {
  const named = matches(readme, /!\[[^\]]*\]\(([^)]+)\)/g)

  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('names every variable the programs read, and none that they do not', () => {
  const documented = matches(everything, /`([A-Z]+(?:_[A-Z]+)+|HOST)`/g).filter(
    (name) => name !== 'DATA_DIR/',
  )
  const readers = [
    'scripts/lake/settings.ts',
    'scripts/publisher/settings.ts',
    'site/siteConfig.ts',
    'scripts/launcher/launcherSettings.ts',
  ]
  const sources = readers.map(read).join('\n')
  const used = matches(
    sources,
    /\b([A-Z]+_(?:PORT|DIR|HOST|ID|DATASET|TOKEN|SECRET|URL|NOW|DAYS))\b/g,
  )

  expect(documented.filter((name) => !sources.includes(name))).toEqual([])
  expect(used.filter((name) => !documented.includes(name))).toEqual([])
})

test('carries no address of a package registry, and no path of somebody’s machine', () => {
  const files = [
    'README.md',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...readdirSync(join(root, 'scripts'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `scripts/${name}`),
  ]

  expect(files.filter((file) => /\/(?:home|root|Users)\/|tarball: http/.test(read(file)))).toEqual(
    [],
  )
})
