import {expect, test} from './test.ts'

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')

test('gives a file back under the name it had', async ({lake}) => {
  const bytes = Buffer.from('a,b\n1,2\n')
  const {url} = await lake.assets.upload('file', bytes, {filename: 'Zahlen für März.csv'})

  const response = await fetch(url)

  expect(await response.text()).toBe('a,b\n1,2\n')
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="Zahlen f_r M_rz.csv"; filename*=UTF-8''Zahlen%20f%C3%BCr%20M%C3%A4rz.csv`,
  )
})

test('shows a PDF, and saves it when asked', async ({lake}) => {
  const {url} = await lake.assets.upload('file', PDF, {filename: 'report.pdf'})

  const shown = await fetch(url)
  expect(shown.headers.get('content-type')).toBe('application/pdf')
  expect(shown.headers.get('content-disposition')).toBe('inline')
  const saved = await fetch(`${url}?dl=annual.pdf`)
  expect(saved.headers.get('content-disposition')).toContain('attachment; filename="annual.pdf"')
})

test('never shows a page that somebody uploaded', async ({lake}) => {
  const page = Buffer.from('<script>alert(1)</script>')
  const {url} = await lake.assets.upload('file', page, {filename: 'page.html'})

  const {headers} = await fetch(url)

  expect(headers.get('content-disposition')).toMatch(/^attachment/)
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('answers 404 for a file that nobody uploaded', async ({server, lake, dataset}) => {
  await lake.fetch('count(*)')
  const response = await fetch(`${server.url}/files/local/${dataset}/${'0'.repeat(40)}.pdf`)

  expect(response.status).toBe(404)
})
