import {spawnSync} from 'node:child_process'

import {benchLocales} from '../generatedSite/benchLocales.ts'
import {layoutFiles} from './layoutFiles.ts'
import type {Peer, SectionPage} from './peer.ts'

const PROGRAM = 'hugo'

/** Hugo, as the system has it installed: languages, lists and translations by its own means. */
export const hugo: Peer = {
  name: 'Hugo',
  frame: (sections) => [
    ...layoutFiles('hugo'),
    {path: 'config.json', text: JSON.stringify(settings)},
    ...benchLocales.map(({id}) => ({
      path: `content/${id}/_index.md`,
      text: frontMatter({title: 'Generated', translationKey: 'home'}),
    })),
    ...sections.map(sectionFile),
  ],
  source: ({id, locale, section, slug, title, summary, facts, body}) => ({
    path: `content/${locale}/${section}/${slug}.md`,
    text: `${frontMatter({title, summary, facts, translationKey: id})}${body}\n`,
  }),
  command(directory, output) {
    if (spawnSync(PROGRAM, ['version']).status !== 0) return undefined
    return [PROGRAM, '--quiet', '--source', directory, '--destination', output]
  },
}

const settings = {
  baseURL: 'https://example.org/',
  title: 'Generated',
  defaultContentLanguage: 'fr',
  defaultContentLanguageInSubdir: true,
  disableKinds: ['taxonomy', 'term', 'RSS'],
  languages: Object.fromEntries(
    benchLocales.map(({id, name}) => [id, {languageName: name, contentDir: `content/${id}`}]),
  ),
}

const sectionFile = ({locale, section, key}: SectionPage) => ({
  path: `content/${locale}/${section}/_index.md`,
  text: frontMatter({title: section, translationKey: key}),
})

const frontMatter = (values: object) => `${JSON.stringify(values)}\n\n`
