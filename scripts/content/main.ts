import {writeFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'

import {isLocale} from '@coworkmed/schemas/locales'
import {stringify} from 'yaml'

import {ndjson} from './ndjson.ts'
import {requiredTexts} from './requiredTexts.ts'
import {seedDocuments} from './seedDocuments.ts'
import {texts} from './texts.ts'

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {required: {type: 'boolean', default: false}},
})

const commands: Record<string, (argument: string) => Promise<string>> = {
  async write(file) {
    const documents = await seedDocuments()
    await writeFile(file, ndjson(documents))
    return `${documents.length} documents written to ${file}`
  },

  async texts(locale) {
    if (!isLocale(locale)) throw new Error(`"${locale}" is not a language of ours. Write fr.`)
    const found = texts(await seedDocuments(), locale, values.required ? requiredTexts : undefined)
    return stringify(found, {lineWidth: 0, singleQuote: true})
  },
}

try {
  const [name = '', argument = ''] = positionals
  const command = commands[name]
  if (!command || !argument) {
    throw new Error(`Write a command and what it works on: ${Object.keys(commands).join(', ')}.`)
  }
  process.stdout.write(`${(await command(argument)).trimEnd()}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
