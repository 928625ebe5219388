import {writeFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'

import {isLocale} from '@coworkmed/schemas/locales'
import {stringify} from 'yaml'

import {heldBackDocuments} from '../publisher/builder/heldBackDocuments.ts'
import {checkContent} from './check/checkContent.ts'
import type {FindHeldBack} from './check/heldBackDocument.ts'
import {checkDataset} from './check/checkDataset.ts'
import {checkReport} from './check/checkReport.ts'
import {parseContentBackend} from './contentBackend.ts'
import {exportContent} from './exportContent.ts'
import {importChecked} from './importChecked.ts'
import type {ImportMode} from './importContent.ts'
import {ndjson} from './ndjson.ts'
import {readContent} from './readContent.ts'
import {requiredTexts} from './requiredTexts.ts'
import {seed} from './seed.ts'
import {seedDocuments} from './seedDocuments.ts'
import {texts} from './texts.ts'

const commands: Record<string, (argument: string, flags: Flags) => Promise<string>> = {
  async seed() {
    const count = await seed(parseContentBackend(process.env))
    return count === 0 ? 'The dataset has content already.' : `${count} documents imported.`
  },

  async import(path, flags) {
    const count = await importChecked(parseContentBackend(process.env), path, {
      mode: importMode(flags),
      force: flags.force,
      outsideAssets: flags['outside-assets'],
      say,
      findHeldBack,
    })
    return `${count} documents imported from ${path}.`
  },

  async check(path) {
    const checked = path
      ? await checkContent({documents: readContent(path), findHeldBack})
      : await checkDataset(parseContentBackend(process.env, 'read'), findHeldBack)
    if (checked.heldBack.length > 0) process.exitCode = 1
    return checkReport(checked)
  },

  async export(path) {
    const count = await exportContent(parseContentBackend(process.env), path)
    return `${count} documents exported to ${path}.`
  },

  async write(path) {
    const documents = await seedDocuments()
    await writeFile(path, ndjson(documents))
    return `${documents.length} documents written to ${path}.`
  },

  async texts(locale, {required}) {
    if (!isLocale(locale)) throw new Error(`"${locale}" is not a language of ours. Write fr.`)
    const found = texts(await seedDocuments(), locale, required ? requiredTexts : undefined)
    return stringify(found, {lineWidth: 0, singleQuote: true})
  },
}

const findHeldBack: FindHeldBack = (documents) => heldBackDocuments(documents, process.env)

const withoutArgument = ['seed', 'check']

interface Flags {
  required: boolean
  replace: boolean
  missing: boolean
  force: boolean
  'outside-assets': boolean
}

function importMode({replace, missing}: Flags): ImportMode {
  if (replace && missing)
    throw new Error('Choose one: --missing keeps what is there, --replace not.')
  return replace ? 'createOrReplace' : missing ? 'createIfNotExists' : 'create'
}

try {
  const flag = {type: 'boolean', default: false} as const
  const {positionals, values} = parseArgs({
    allowPositionals: true,
    options: {
      required: flag,
      replace: flag,
      missing: flag,
      force: flag,
      'outside-assets': flag,
    },
  })
  const [name = '', argument = ''] = positionals
  const command = commands[name]
  if (!command || (!argument && !withoutArgument.includes(name))) {
    throw new Error(
      'Write seed, import PATH, check [PATH], export PATH, write FILE.ndjson or texts LANGUAGE.',
    )
  }
  say((await command(argument, values)).trimEnd())
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`)
  process.exitCode = 1
}

function say(text: string) {
  process.stdout.write(`${text}\n`)
}

function inWords(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error)
  const isUnreachable = /ECONNREFUSED|ENOTFOUND|fetch failed/.test(reason)
  return isUnreachable
    ? `${reason}\nThe content backend cannot be reached. Start it first: npm start, or npm run lake.`
    : reason
}
