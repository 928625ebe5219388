import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {benchLocales} from '../generatedSite/benchLocales.ts'
import {layoutFiles} from './layoutFiles.ts'
import type {Peer, SectionPage} from './peer.ts'

const installed = dirname(dirname(fileURLToPath(import.meta.resolve('@11ty/eleventy'))))

/** Eleventy from npm: Markdown without a template language in it, Nunjucks around it. */
export const eleventy: Peer = {
  name: 'Eleventy',
  frame: (sections) => [
    ...layoutFiles('eleventy'),
    {path: 'package.json', text: '{"type": "module"}'},
    {path: 'content/_data/site.json', text: JSON.stringify(siteData(sections))},
    ...benchLocales.map(({id}) => ({
      path: `content/${id}/index.njk`,
      text: frontMatter({
        layout: 'home.njk',
        title: 'Generated',
        locale: id,
        permalink: `/${id}/`,
        alternates: benchLocales.map(({id: locale, name}) => ({locale, name, path: `/${locale}/`})),
      }),
    })),
    ...sections.map((section) => sectionFile(section, sections)),
  ],
  source: ({locale, section, slug, title, summary, facts, body}, alternates) => ({
    path: `content/${locale}/${section}/${slug}.md`,
    text: `${frontMatter({
      layout: 'page.njk',
      tags: `${locale}/${section}`,
      permalink: `/${locale}/${section}/${slug}/`,
      title,
      summary,
      locale,
      section,
      facts,
      alternates,
    })}${body}\n`,
  }),
  command: (directory, output) => [
    process.execPath,
    join(installed, 'cmd.cjs'),
    '--quiet',
    `--config=${join(directory, 'eleventy.config.js')}`,
    `--input=${join(directory, 'content')}`,
    `--output=${output}`,
  ],
}

const siteData = (sections: readonly SectionPage[]) => ({
  url: 'https://example.org',
  sections: Object.fromEntries(
    benchLocales.map(({id}) => [id, sections.filter(({locale}) => locale === id)]),
  ),
})

function sectionFile({locale, section, key}: SectionPage, all: readonly SectionPage[]) {
  const alternates = all
    .filter((other) => other.key === key)
    .map((other) => ({
      locale: other.locale,
      name: benchLocales.find(({id}) => id === other.locale)?.name,
      path: `/${other.locale}/${other.section}/`,
    }))
  return {
    path: `content/${locale}/${section}/index.njk`,
    text: frontMatter({
      layout: 'list.njk',
      title: section,
      listed: `${locale}/${section}`,
      permalink: `/${locale}/${section}/`,
      locale,
      section,
      alternates,
    }),
  }
}

const frontMatter = (values: object) => `---json\n${JSON.stringify(values)}\n---\n`
