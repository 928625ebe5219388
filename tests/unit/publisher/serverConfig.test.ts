import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {expect, test} from 'vitest'

import {acceptedLocale} from '../../../scripts/servers/acceptedLocale.ts'
import {nginxConf} from '../../../scripts/servers/nginxConf.ts'
import {readServedSite} from '../../../scripts/servers/servedSite.ts'
import {writeServerConfig} from '../../../scripts/servers/writeServerConfig.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const url = new URL('https://example.org')

/** A site in a folder: its languages are those of its folders. */
function siteIn(files: Readonly<Record<string, string>>) {
  const directory = temporaryDirectory()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), {recursive: true})
    writeFileSync(join(directory, name), text)
  }
  return readServedSite(directory, '/srv/site', url)
}

test('takes the languages from the folders of the release', async () => {
  const site = await siteIn({
    'fr/404.html': '',
    'el/404.html': '',
    'map/basin.svg': '',
    '404.html': '',
  })

  expect(site.locales).toEqual(['el', 'fr'])
})

test('writes each old address with its last slash and without, for both servers', async () => {
  const site = await siteIn({_redirects: '/fr/a/ /fr/b/ 301\n', _gone: '/fr/c/\n'})
  const directory = temporaryDirectory()
  const names = await writeServerConfig(site, directory)
  const lines = (name: string) => readFileSync(join(directory, name), 'utf8').split('\n').slice(1)

  expect(readdirSync(directory).toSorted()).toEqual(names.toSorted())
  expect(lines('redirects.caddy')).toEqual(['/fr/a/ /fr/b/', '/fr/a /fr/b/', ''])
  expect(lines('redirects.nginx')).toEqual(['/fr/a/ /fr/b/;', '/fr/a /fr/b/;', ''])
  expect(lines('gone.caddy')).toEqual(['/fr/c/ 1', '/fr/c 1', ''])
  expect(lines('gone.nginx')).toEqual(['/fr/c/ 1;', '/fr/c 1;', ''])
})

test('asks nginx for room for every address, and for the longest', async () => {
  const addresses = Array.from({length: 3000}, (_, number) => `/fr/${'a'.repeat(150)}${number}/`)
  const site = await siteIn({_gone: addresses.join('\n')})
  const text = nginxConf(site, '/conf')

  expect(text).toContain('map_hash_max_size 16384;')
  expect(text).toContain('map_hash_bucket_size 512;')
})

test('serves the domain of the site, from its folder', async () => {
  const directory = temporaryDirectory()
  await writeServerConfig(await siteIn({}), directory)
  const read = (name: string) => readFileSync(join(directory, name), 'utf8')

  expect(read('Caddyfile')).toMatch(/^https:\/\/example\.org \{$/m)
  expect(read('Caddyfile')).toContain('root * "/srv/site"')
  expect(read('nginx.conf')).toContain('server_name example.org;')
  expect(read('nginx.conf')).toContain('root "/srv/site";')
})

test.each([
  {header: 'fr-FR,fr;q=0.9,en;q=0.8', output: 'fr'},
  {header: 'de, el;q=0.3', output: 'el'},
  {header: 'fr;q=0, el;q=0.1', output: 'el'},
  {header: 'fr;q=0.000', output: undefined},
  {header: 'fro', output: undefined},
  {header: '', output: undefined},
])('finds $output in "$header"', ({header, output}) => {
  const pattern = new RegExp(acceptedLocale(['el', 'fr']).replace('?P<', '?<'))

  expect(pattern.exec(header)?.groups?.['wanted']).toBe(output)
})

test('wants no language of a site that has none', () => {
  expect(new RegExp(acceptedLocale([]).replace('?P<', '?<')).test('fr, en')).toBe(false)
})
