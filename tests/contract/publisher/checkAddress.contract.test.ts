import {expect, onTestFinished, test} from 'vitest'

import {checkAddress} from '../../../scripts/publisher/commands/checkAddress.ts'
import {listen} from '../../../scripts/publisher/listen.ts'
import {liveDirectory} from '../../../scripts/publisher/site/liveDirectory.ts'
import {siteServer} from '../../../scripts/publisher/site/siteServer.ts'
import {freePorts} from '../../freePorts.ts'
import {emptyStore} from '../../unit/publisher/releaseOfFiles.ts'

const pageOf = (revision: string) =>
  `<head><meta name="content-revision" content="${revision}"></head>`

/** Serves a release with one page; gives its address. */
async function serve(html: string) {
  const {root, store, release} = emptyStore()
  store.swap(release({'fr/index.html': html, 'fr/404.html': 'Rien ici'}))
  const app = siteServer({liveDirectory: () => liveDirectory(root)})
  const {port, close} = await listen(app, '127.0.0.1', 0)
  onTestFinished(close)
  return `http://127.0.0.1:${port}`
}

test('says that a page is up to date where visitors get what is live', async () => {
  const siteUrl = await serve(pageOf('new'))
  const liveUrl = await serve(pageOf('new'))

  expect(await checkAddress({siteUrl, liveUrl}, '/fr/')).toBe(
    `${siteUrl}/fr/ is up to date: its content revision is new, as in the live release.`,
  )
})

test.each([
  {
    outside: pageOf('old'),
    says: 'answers 200, with the content revision old; in the live release it is new',
  },
  {
    outside: '<p>Under construction</p>',
    says: 'answers 200, with another page; in the live release it is new',
  },
])('says what visitors get instead: $says', async ({outside, says}) => {
  const siteUrl = await serve(outside)
  const liveUrl = await serve(pageOf('new'))

  await expect(checkAddress({siteUrl, liveUrl}, '/fr/')).rejects.toThrow(says)
})

test('says that there is no such page, and which server is not there', async () => {
  const siteUrl = await serve(pageOf('new'))
  const [port = 0] = await freePorts(1)
  const nobody = `http://127.0.0.1:${port}`

  await expect(checkAddress({siteUrl, liveUrl: siteUrl}, '/fr/nulle-part/')).rejects.toThrow(
    'no page at /fr/nulle-part/ (404)',
  )
  await expect(checkAddress({siteUrl: nobody, liveUrl: siteUrl}, '/fr/')).rejects.toThrow(
    `Nobody answers at ${nobody}. Is SITE_URL right?`,
  )
  await expect(checkAddress({siteUrl, liveUrl: nobody}, '/fr/')).rejects.toThrow('npm start')
})
