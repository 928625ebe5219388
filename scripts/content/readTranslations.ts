import {existsSync} from 'node:fs'
import {join} from 'node:path'

import {isRecord} from '@coworkmed/schemas/isRecord'
import type {Locale} from '@coworkmed/schemas/locales'
import {localeIds} from '@coworkmed/schemas/locales'

import type {Texts} from './compile/withTranslation.ts'
import {readYaml} from './readSeedFiles.ts'

/** The texts of one language, by document. */
export interface Translation {
  locale: Locale
  documents: ReadonlyMap<string, Texts>
}

/** The translations of a folder: `it.yaml` maps ids to paths to texts. A language without a file has none. */
export function readTranslations(folder: string): Promise<Translation[]> {
  const present = localeIds.filter((locale) => existsSync(fileOf(folder, locale)))
  return Promise.all(
    present.map(async (locale) => {
      const content = Object.entries(await readYaml(fileOf(folder, locale)))
      const documents = new Map(content.map(([id, texts]) => [id, parseTexts(texts, locale, id)]))
      return {locale, documents}
    }),
  )
}

const fileOf = (folder: string, locale: Locale) => join(folder, `${locale}.yaml`)

function parseTexts(texts: unknown, locale: Locale, id: string): Texts {
  if (!isRecord(texts)) throw new Error(`${locale}.yaml: "${id}" needs paths and their texts.`)
  return new Map(
    Object.entries(texts).map(([path, text]) => {
      if (typeof text !== 'string') throw new Error(`${locale}.yaml: ${id}.${path} is not a text.`)
      return [path, text]
    }),
  )
}
