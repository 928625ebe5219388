import {expect, test} from 'vitest'

import {studioPage} from '../../../studio/src/page/studioPage.ts'

const settings = {lakeUrl: 'http://localhost:4500', projectId: 'local', dataset: 'production'}
const page = (head: string) => `<!DOCTYPE html><html><head>${head}</head><body></body></html>`

test('tells the Studio where its content is', () => {
  expect(studioPage(page(''), settings)).toContain(
    '<meta name="lake-url" content="http://localhost:4500"/><meta name="project-id" content="local"/>' +
      '<meta name="dataset" content="production"/></head>',
  )
})

test('replaces what another server had written', () => {
  const twice = studioPage(studioPage(page(''), settings), {...settings, lakeUrl: 'http://b:1'})

  expect(twice.match(/lake-url/g)).toHaveLength(1)
  expect(twice).toContain('content="http://b:1"')
})

test('escapes what it writes', () => {
  expect(studioPage(page(''), {...settings, dataset: '"><script>'})).toContain(
    'content="&quot;>&lt;script>"',
  )
})

test.each([
  '<script src="https://core.sanity-cdn.com/bridge.js" async type="module" data-sanity-core></script>',
  '<link rel="preconnect" href="https://studio-static.sanity.io"/>',
  '<link href="//cdn.example.org/a.css" rel="stylesheet"/>',
])('leaves out %s', (tag) => {
  expect(studioPage(page(tag), settings)).toBe(studioPage(page(''), settings))
})

test('keeps its own scripts, styles and fonts, and drops the fonts of others', () => {
  const own =
    '<script src="/static/a.js"></script><link href="/static/a.css" rel="stylesheet"/>' +
    '<style>@font-face {src: url("/static/a.woff2")}</style>'
  const remote = '<style>@font-face {src: url("https://fonts.example.org/a.woff2")}</style>'

  const html = studioPage(page(own + remote), settings)

  expect(html).toContain(own)
  expect(html).not.toContain('fonts.example.org')
})

test('lets people magnify the page', () => {
  const viewport = '<meta content="width=device-width, maximum-scale=1, viewport-fit=cover"/>'

  expect(studioPage(page(viewport), settings)).not.toContain('maximum-scale')
})

test('tells the lake which page shows a picture, and nobody which document', () => {
  const html = studioPage(page('<meta content="same-origin" name="referrer"/>'), settings)

  expect(html).toContain('<meta name="referrer" content="strict-origin"/>')
  expect(html).not.toContain('same-origin')
})
