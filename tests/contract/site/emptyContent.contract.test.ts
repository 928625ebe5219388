import {buildSite} from './buildSite.ts'
import {elementsNamed} from './readHtml.ts'
import {expect, test} from './test.ts'

test('without any content there is a site all the same, and it says that there is nothing', async ({
  lake,
}) => {
  await lake.client('empty')
  const site = await buildSite(lake.url, 'empty', `${lake.dataDir}/empty`)
  const text = (path: string) =>
    elementsNamed(site.pages.get(path) ?? '', 'main')
      .map((main) => main.text)
      .join('')
  expect(text('/fr/reunions/')).toContain('Aucune réunion')
  expect(text('/en/policies/')).toContain('No policy')
  expect(site.pages.has('/fr/accessibilite/')).toBe(true)
})

test('a lake that does not answer is named', async ({lake}) => {
  const folder = `${lake.dataDir}/nowhere`
  await expect(buildSite('http://127.0.0.1:1', 'production', folder)).rejects.toThrow(
    /could not be read from http:\/\/127\.0\.0\.1:1, project local, dataset production/,
  )
})
